import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { toPdf } from './pdf/pdf.ts'
import { samples } from './samples.fixture.ts'
import { fillTemplate } from './template/fill.ts'
import { documentKinds, templateOf } from './templates.ts'

// Pictures of every sample, to be looked at: node src/preview.ts <folder> [kind ...]

const [folder = 'preview', ...wanted] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const library = await PDFiumLibrary.init()
for (const kind of documentKinds.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  const pdf = await toPdf(fillTemplate(templateOf(kind), samples[kind]))
  await writeFile(join(folder, `${kind}.pdf`), pdf)
  const document = await library.loadDocument(pdf)
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: 1.4, render: 'bitmap' })
    await writeFile(join(folder, `${kind}-${page.number + 1}.png`), png(data, width, height))
  }
  document.destroy()
}
library.destroy()

/** PNG of red, green, blue and alpha, byte by byte. */
function png(pixels: Uint8Array, width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y += 1)
    rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sizes = [Buffer.alloc(4), Buffer.alloc(4)] as const
  sizes[0].writeUInt32BE(data.length)
  sizes[1].writeUInt32BE(crc32(body))
  return Buffer.concat([sizes[0], body, sizes[1]])
}
