import t from 'tap'
import type { Block, DocumentModel } from '../model.ts'
import { boxesOf } from '../pdf/boxes.ts'
import { measureOf } from '../pdf/fonts.ts'
import { body } from '../pdf/lines.ts'
import { setPages } from '../pdf/paginate.ts'
import { type Face, type Pen, textWidth } from '../pdf/pen.ts'
import { samples } from '../samples.fixture.ts'
import { fillTemplate } from '../template/fill.ts'
import { documentKinds, templateOf } from '../templates.ts'
import { balancedLines, breakLines } from './lines.ts'
import { mm, page } from './page.ts'

interface Written {
  readonly text: string
  readonly face: Face
  readonly x: number
  readonly y: number
  readonly page: number
}

function written({ ...model }: DocumentModel): Written[] {
  const all: Written[] = []
  let number = 1
  const pen: Pen = {
    write: (text, face, x, y) => text && all.push({ text, face, x, y, page: number }),
    rule: () => undefined
  }
  setPages(boxesOf(model), {
    pen,
    next: () => {
      number += 1
    }
  })
  return all
}

const model = (blocks: Block[]): DocumentModel => ({
  kind: 'test',
  name: '试',
  style: 'letter',
  organ: '单位',
  dated: '2026-03-05T09:30:00+08:00',
  blocks
})

t.test('22 lines of 28 characters of 3号 fill a page', async (t) => {
  const text = '国'.repeat(28 * 22 * 2)
  const lines = written(model([{ block: 'paragraph', text, flush: true }]))
  t.equal(lines.length, 44)
  t.ok(lines.every(({ text, face }) => text.length === 28 && face.size === 16))
  t.equal(lines.filter(({ page }) => page === 1).length, 22)
  t.ok(Math.abs((lines[0]?.y ?? 0) - mm(37)) < 0.01, '天头 37 mm')
  t.ok(Math.abs((lines[0]?.x ?? 0) - mm(28)) < 0.01, '订口 28 mm')
  const pitch = (lines[1]?.y ?? 0) - (lines[0]?.y ?? 0)
  t.ok(Math.abs(pitch * 22 - mm(225)) < 0.01, '版心 225 mm')
})

t.test('nothing leaves the text area but the head of a letter', async (t) => {
  for (const kind of documentKinds) {
    for (const { text, face, x, y } of written(fillTemplate(templateOf(kind), samples[kind]))) {
      const right = x + textWidth(text, face) - (face.spacing ?? 0)
      if (x < page.left - 0.1 && face.color === undefined) t.fail(`${kind}: ${text} begins outside`)
      // A closing mark may hang over by its own blank half.
      if (right > page.left + page.textWidth + 8.5) t.fail(`${kind}: ${text} ends outside`)
      if (y > page.top + page.textHeight) t.fail(`${kind}: ${text} is too low`)
    }
  }
})

t.test('a signature never stands alone on its page', async (t) => {
  for (let length = 300; length < 700; length += 14) {
    const lines = written(
      model([
        { block: 'paragraph', text: '国'.repeat(length) },
        { block: 'signature', organ: '某某局', date: '2026年3月5日' }
      ])
    )
    const last = lines.at(-1)?.page
    const beside = lines.filter(({ page, text }) => page === last && text.startsWith('国'))
    if (beside.length === 0) t.fail(`${length} characters`)
  }
})

t.test('a table repeats its head on every page', async (t) => {
  const cell = (text: string) => ({ text, role: 'text' as const })
  const rows = Array.from({ length: 60 }, (_, n) => ({ cells: [cell(`物品${n + 1}`), cell('一件')] }))
  const head = { head: true, cells: [cell('物品名称'), cell('数量')] }
  const lines = written(model([{ block: 'table', columns: [2, 1], rows: [head, ...rows] }]))
  const pages = lines.at(-1)?.page ?? 0
  t.ok(pages > 1)
  t.equal(lines.filter(({ text }) => text === '物品名称').length, pages)
  t.equal(lines.filter(({ text }) => text.startsWith('物品') && text !== '物品名称').length, 60)
})

t.test('lines break where the language allows', (t) => {
  const measure = measureOf('song', 16, body.spacing)
  const width = page.textWidth
  const texts = [
    '国'.repeat(27) + '（案源）'.repeat(9),
    `${'国'.repeat(27)}，${'国'.repeat(30)}`,
    `${'国'.repeat(25)}150824-2026-000001号${'国'.repeat(30)}`,
    'a'.repeat(300)
  ]
  for (const text of texts) {
    const lines = breakLines(text, measure, width)
    t.equal(lines.map((line) => line.text).join(''), text, 'nothing is lost')
    for (const line of lines) {
      t.ok(line.width <= width + 16.1, 'no line is too long')
      t.notMatch(line.text, /^[，。、；：）》〕”]/, 'none begins with a closing mark')
      t.notMatch(line.text, /[（《〔“]$/, 'none ends with an opening mark')
    }
  }
  const [first, second] = breakLines(texts[2] ?? '', measure, width)
  t.ok(!first?.text.includes('1508') && second?.text.startsWith('150824-2026-000001'), 'a number is not torn')
  const title = balancedLines('关于协助调查某某机械公司涉嫌侵犯商业秘密的函', measureOf('title', 22), width)
  t.same(
    title.map((line) => line.text),
    ['关于协助调查某某机械公司', '涉嫌侵犯商业秘密的函'],
    'a title breaks between words'
  )
  t.end()
})

t.test('the fonts have every character of GB 2312', (t) => {
  const decoder = new TextDecoder('gb18030')
  let missing = 0
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      // Five places at the end of level 1 are empty.
      if (/^\p{Script=Han}$/u.test(character) && measureOf('song', 1)(character) !== 1) missing += 1
      if (/^\p{Script=Han}$/u.test(character) && measureOf('hei', 1)(character) !== 1) missing += 1
    }
  }
  t.equal(missing, 0)
  t.end()
})
