/** Files as one `.zip` (PKWARE APPNOTE 6.3.3), packed by the browser itself. */
import { paced } from "./paced.js";

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** A text packed, with its size and checksum before that. @param {Iterable<string>} pieces */
async function packed(pieces) {
  const { readable, writable } = new CompressionStream("deflate-raw");
  const out = new Response(readable).arrayBuffer();
  const into = writable.getWriter();
  let [crc, size] = [-1, 0];
  for (const piece of pieces) {
    const bytes = new TextEncoder().encode(piece);
    for (const b of bytes) crc = TABLE[(crc ^ b) & 255] ^ (crc >>> 8);
    size += bytes.length;
    await into.write(bytes);
    await paced();
  }
  await into.close();
  return { data: new Uint8Array(await out), crc: ~crc >>> 0, size };
}

/** Numbers in little-endian order: `[size in bytes, value]`. @param {Array<[number, number]>} fields */
const head = (...fields) => Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255)));

/** Midnight of the first of January 1980: the same tables give the same file. */
const DATED = (1 << 5) | 1;

/** @param {Record<string, Iterable<string>>} files Each by its path, in pieces. @param {string} type */
export async function zipped(files, type) {
  const [local, central] = [/** @type {Uint8Array[]} */ ([]), /** @type {Uint8Array[]} */ ([])];
  const long = (/** @type {Uint8Array[]} */ all) => all.reduce((n, part) => n + part.length, 0);
  for (const [path, pieces] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const { data, crc, size } = await packed(pieces);
    // Version 2.0, names in UTF-8, deflated.
    const common = head([2, 20], [2, 0x800], [2, 8], [2, 0], [2, DATED], [4, crc], [4, data.length], [4, size], [2, name.length], [2, 0]);
    central.push(head([4, 0x02014b50], [2, 20]), common, head([2, 0], [2, 0], [2, 0], [4, 0], [4, long(local)]), name);
    local.push(head([4, 0x04034b50]), common, name, data);
  }
  const n = Object.keys(files).length;
  const end = head([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, long(central)], [4, long(local)], [2, 0]);
  return new Blob(/** @type {BlobPart[]} */ ([...local, ...central, end]), { type });
}
