/** A server of static files on this machine, with the headers that a host should send. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json", ".png": "image/png" };
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * @param {string} folder
 * @param {{ port?: number, under?: string }} [options] `under`: a path that the folder is served below.
 * @returns {Promise<{ address: string, close: () => void }>} At `port`, else at the next free one.
 */
export function serve(folder, { port = 8080, under = "/" } = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const inside = path.startsWith(under) ? path.slice(under.length) : null;
    let file = inside === null ? "" : join(folder, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!file || !existsSync(file)) return response.writeHead(404).end("not found");
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY, "cache-control": "no-cache", "x-content-type-options": "nosniff" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.on("error", (error) => (error.code === "EADDRINUSE" && port !== 0 ? server.listen(++port, "127.0.0.1") : reject(error)));
    server.on("listening", () => resolve({ address: `http://localhost:${server.address().port}${under}`, close: () => { server.close(); server.closeAllConnections(); } }));
    server.listen(port, "127.0.0.1");
  });
}
