// Zip archives without compression (recordings are compressed already), always of the same day:
// the same files give the same bytes. The format is PKWARE's APPNOTE 6.3, sections 4.3.7 to 4.3.16.

const UTF8_NAMES = 0x0800;
const VERSION = 20;
const DAY = 0x0021; // 1980-01-01

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of bytes, as an unsigned number. */
export const crc32 = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
};

/** Little-endian numbers one after the other, each given as [bytes, value]. */
const numbers = (...fields) =>
  Uint8Array.from(
    fields.reduce((all, [size, value]) => {
      for (let byte = 0; byte < size; byte += 1) all.push((value >>> (8 * byte)) & 0xff);
      return all;
    }, []),
  );

/** What the header beside a file and its entry in the directory have in common. */
const described = (file) => [
  [2, VERSION], [2, UTF8_NAMES], [2, 0], [2, 0], [2, DAY],
  [4, crc32(file.bytes)], [4, file.bytes.length], [4, file.bytes.length],
  [2, file.name.length], [2, 0],
];

/** The archive, as a Blob, of files `{name, bytes}`: a path with slashes and a Uint8Array. */
export const zip = (files) => {
  const entries = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes }));
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = described(entry);
    const header = numbers([4, 0x04034b50], ...fields);
    bodies.push(header, entry.name, entry.bytes);
    directory.push(
      numbers([4, 0x02014b50], [2, VERSION], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      entry.name,
    );
    offset += header.length + entry.name.length + entry.bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Blob([...bodies, ...directory, end], { type: "application/zip" });
};
