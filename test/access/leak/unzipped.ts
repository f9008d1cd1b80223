import { inflateRawSync } from 'node:zlib'

/** All files of a ZIP archive (a DOCX is one) as one text, by its central directory (APPNOTE 4.3.12). */
export function unzipped(archive: Buffer): string {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new TypeError('not an archive')
  const texts: string[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10)
    const size = archive.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number
    ]
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(start, start + size)
    texts.push((method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return texts.join('\n')
}
