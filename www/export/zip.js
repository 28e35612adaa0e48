/** Files as one `.zip` (PKWARE APPNOTE 6.3.3), packed by the browser itself. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = -1;
  for (const b of bytes) crc = TABLE[(crc ^ b) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** @param {BlobPart} bytes */
const packed = async (bytes) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());

/** Numbers in little-endian order: `[size in bytes, value]`. @param {Array<[number, number]>} fields */
const head = (...fields) => Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255)));

/** Midnight of the first of January 1980: the same tables give the same file. */
const DATED = (1 << 5) | 1;

/** @param {Record<string, string>} files Each by its path. @param {string} type */
export async function zipped(files, type) {
  const [local, central] = [/** @type {Uint8Array[]} */ ([]), /** @type {Uint8Array[]} */ ([])];
  const long = (/** @type {Uint8Array[]} */ all) => all.reduce((n, part) => n + part.length, 0);
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [new TextEncoder().encode(path), new TextEncoder().encode(text)];
    const data = await packed(bytes);
    // Version 2.0, names in UTF-8, deflated.
    const common = head([2, 20], [2, 0x800], [2, 8], [2, 0], [2, DATED], [4, crc32(bytes)], [4, data.length], [4, bytes.length], [2, name.length], [2, 0]);
    central.push(head([4, 0x02014b50], [2, 20]), common, head([2, 0], [2, 0], [2, 0], [4, 0], [4, long(local)]), name);
    local.push(head([4, 0x04034b50]), common, name, data);
  }
  const n = Object.keys(files).length;
  const end = head([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, long(central)], [4, long(local)], [2, 0]);
  return new Blob(/** @type {BlobPart[]} */ ([...local, ...central, end]), { type });
}
