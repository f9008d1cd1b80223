import { PDFiumLibrary } from '@hyzyla/pdfium'
import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import { toDocx } from './docx/docx.ts'
import { toPdf } from './pdf/pdf.ts'
import { samples } from './samples.fixture.ts'
import { type DocumentData, fillTemplate } from './template/fill.ts'
import { type DocumentKind, documentKinds, templateOf } from './templates.ts'

const library = await PDFiumLibrary.init()
t.teardown(() => library.destroy())

const modelOf = (kind: DocumentKind, data: DocumentData = samples[kind]) => fillTemplate(templateOf(kind), data)

/** The words of a PDF without the ends of its lines. */
async function pdfText(kind: DocumentKind, data?: DocumentData): Promise<{ text: string; pages: number }> {
  const document = await library.loadDocument(await toPdf(modelOf(kind, data)))
  try {
    const pages = [...document.pages()].map((page) => page.getText().replaceAll(/\s/g, ''))
    return { text: pages.join(''), pages: pages.length }
  } finally {
    document.destroy()
  }
}

const partsOf = async (kind: DocumentKind, data?: DocumentData) =>
  Object.fromEntries(
    Object.entries(unzipSync(await toDocx(modelOf(kind, data)))).map(([path, bytes]) => [path, strFromU8(bytes)])
  )
const docxText = (xml = '') =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll(/\s/g, '')

/** The names of open elements must be closed in their order. @throws Error */
function wellFormed(xml: string): void {
  const open: string[] = []
  for (const [tag, slash, name = '', closed] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closed) continue
    if (!slash) open.push(name)
    else if (open.pop() !== name) throw new Error(`${tag} closes nothing`)
  }
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed`)
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) throw new Error('a bare &')
}

t.test('every document in both formats', async (t) => {
  for (const kind of documentKinds) {
    const data = samples[kind]
    const { text } = await pdfText(kind)
    const parts = await partsOf(kind)
    const word = docxText(parts['word/document.xml'])
    for (const [format, shown] of [
      ['pdf', text],
      ['docx', word]
    ] as const) {
      t.match(shown, /^[\s\S]{60,}$/, `${kind} ${format} says something`)
      t.notMatch(shown, /\{\{|\}\}|undefined|\[object/, `${kind} ${format} has every placeholder filled`)
      if (data.number) t.ok(shown.includes(data.number), `${kind} ${format} has its number`)
      if (typeof data.title === 'string') t.ok(shown.includes(data.title), `${kind} ${format} has its matter`)
    }
    t.ok((text + word).includes(data.organ), `${kind} says who issues it`)
    for (const [path, xml] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(path)) t.doesNotThrow(() => wellFormed(xml), `${kind} ${path}`)
    }
  }
})

t.test('the same model gives the same bytes, with no time but its own', async (t) => {
  for (const kind of ['assistance-letter', 'criminal-transfer', 'bulletin'] as const) {
    const [pdf, docx] = [await toPdf(modelOf(kind)), await toDocx(modelOf(kind))]
    await new Promise((resolve) => setTimeout(resolve, 1100))
    t.ok(pdf.equals(await toPdf(modelOf(kind))), `${kind} pdf`)
    t.ok(Buffer.from(docx).equals(Buffer.from(await toDocx(modelOf(kind)))), `${kind} docx`)
    t.match((await partsOf(kind))['docProps/core.xml'], /created[^>]*>2026-03-05T01:30:00Z/)
    t.match(pdf.toString('latin1'), /\(D:20260305013000Z/)
    t.ok(pdf.length < 120_000, `${kind} holds the used part of its fonts only`)
  }
})

t.test('what was withheld is not in the file, and its place says so', async (t) => {
  const { targetName, targetUscc, secretPoints, ...seen } = samples['assistance-letter']
  const hidden = [String(targetName), String(targetUscc), 'MD-2026-01']
  const { text } = await pdfText('assistance-letter', seen)
  const parts = await partsOf('assistance-letter', seen)
  t.ok((await pdfText('assistance-letter')).text.includes(String(targetName)), 'who may see it does')
  for (const secret of hidden) {
    t.notOk(text.includes(secret), 'not in the pdf')
    for (const [path, xml] of Object.entries(parts)) t.notOk(xml.includes(secret), `not in ${path}`)
  }
  t.ok(text.includes('一、协查对象〔未提供〕二、协查事项'))
  t.ok(docxText(parts['word/document.xml']).includes('一、协查对象〔未提供〕二、协查事项'))
  const masked = await pdfText('clue-transfer-register')
  t.ok(masked.text.includes('**************000X'), 'masks are shown as they are')
})

t.test('GB/T 9704-2012 in Word', async (t) => {
  const parts = await partsOf('assistance-letter')
  const document = parts['word/document.xml'] ?? ''
  t.match(document, /<w:pgSz w:w="11906" w:h="16838"/, 'A4')
  t.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/, '37, 26, 35 and 28 mm')
  t.match(document, /<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-8\d\d"/, '22 lines of 28')
  t.match(document, /w:eastAsia="仿宋_GB2312"[^>]*\/><w:sz w:val="32"\/>/, '3号仿宋')
  t.match(document, /w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/, '2号小标宋')
  t.match(parts['word/fontTable.xml'], /仿宋_GB2312"><w:altName w:val="仿宋"/, 'a font to fall back on')
  t.match(document, /<w:titlePg\/>/, 'a letter has no number on its first page')
  const furniture = Object.entries(parts).filter(([path]) => /(header|footer)\d\.xml/.test(path))
  const all = furniture.map(([, xml]) => xml).join('')
  t.match(all, /乌拉特中旗市场监督管理局/, 'the mark stands in the first header')
  t.match(all, /w:val="FF0000"/, 'in red')
  t.match(all, /thickThinSmallGap[\s\S]*thinThickSmallGap|thinThickSmallGap[\s\S]*thickThinSmallGap/, 'between rules')
  t.match(all, /— <\/w:t>[\s\S]*PAGE[\s\S]* —<\/w:t>/, 'the page number between 一字线')
  t.match((await partsOf('rectification-report'))['word/document.xml'], /签发人：赵某某/, 'upward: who signs')
})

t.test('dates and brackets', async (t) => {
  const transfer = (await pdfText('criminal-transfer')).text
  t.ok(transfer.includes('二〇二六年三月五日（印章）'), 'a writ has Chinese numerals and the seal')
  t.ok(transfer.includes('附件涉案物品清单'), 'with its annex')
  t.ok(transfer.includes('〔2026〕'))
  t.ok((await pdfText('assistance-letter')).text.includes('2026年3月5日'), 'a letter has Arabic numerals')
  t.ok((await pdfText('bulletin')).text.includes('2026年3月5日印发'))
})

t.test('long texts run over as many pages as they need, and lose nothing', async (t) => {
  const sentence = '经查明，该公司以不正当手段获取权利人的工艺参数，情节严重。'
  const long = Array.from({ length: 160 }, (_, n) => `第${n + 1}段：${sentence}`).join('\n')
  const letter = await pdfText('assistance-reply', { ...samples['assistance-reply'], text: long })
  const form = await pdfText('supervision', { ...samples.supervision, demand: long })
  for (const { text, pages } of [letter, form]) {
    t.ok(pages > 3, `${pages} pages`)
    for (let n = 1; n <= 160; n += 1) {
      if (!text.includes(`第${n}段：经查明`)) t.fail(`paragraph ${n} is lost`)
    }
  }
})

t.test('a character that the fonts lack is seen to be missing', async (t) => {
  const { text } = await pdfText('request-letter', { ...samples['request-letter'], text: '当事人𪚥某（ᠮᠣᠩᠭᠣᠯ）😀' })
  t.match(text, /当事人.*〓/)
})
