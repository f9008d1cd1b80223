import t from 'tap'
import { dateText, hanDate, hanNumber, timeText } from './dates.ts'
import { fillTemplate } from './fill.ts'
import { parseTemplate } from './template.ts'

const base = { organ: '某某局', dated: '2026-03-05T09:30:00+08:00' }
const template = (blocks: unknown[], labels?: object) =>
  parseTemplate({ kind: 'test', name: { zh: '试', en: 'test' }, style: 'letter', blocks, ...(labels && { labels }) })
const texts = (blocks: unknown[], data: object, labels?: object) =>
  fillTemplate(template(blocks, labels), { ...base, ...data }).blocks.map((block) => 'text' in block && block.text)
const paragraph = (text: string, more = {}) => ({ block: 'paragraph', text, ...more })

t.test('placeholders', (t) => {
  t.same(texts([paragraph('{{organ}}：{{a.b}}，{{none}}')], { a: { b: '甲' } }), ['某某局：甲，〔未提供〕'])
  t.same(texts([paragraph('{{none|or:无}}{{given|or:无}}')], { given: '有' }), ['无有'])
  t.same(texts([paragraph('{{on|date}}、{{on|han-date}}')], { on: '2026-10-20' }), [
    '2026年10月20日、二〇二六年十月二十日'
  ])
  t.same(texts([paragraph('{{code|label:kinds}}')], { code: 'x' }, { kinds: { x: '甲类' } }), ['甲类'])
  t.same(texts([paragraph('{{all|label:kinds|join:；}}')], { all: ['x', 'y'] }, { kinds: { x: '甲', y: '乙' } }), [
    '甲；乙'
  ])
  t.same(texts([paragraph('{{text|bare}}。{{sum|yuan}}')], { text: '已办。', sum: 1234567 }), ['已办。1,234,567元'])
  t.same(texts([paragraph('{{text}}')], { text: '一\n\n二' }), ['一', '二'], 'lines become paragraphs')
  t.same(texts([paragraph('{{text}}')], { text: '{{organ}}' }), ['{{organ}}'], 'what was filled in is not filled again')
  t.same(texts([paragraph('{{constructor}}{{a.toString}}')], { a: {} }), ['〔未提供〕〔未提供〕'], 'own values only')
  t.end()
})

t.test('sections', (t) => {
  const each = [paragraph('（{{n|han}}）{{name}}{{organ}}', { each: 'list' })]
  t.same(texts(each, { list: [{ name: '甲' }, { name: '乙' }] }), ['（一）甲某某局', '（二）乙某某局'])
  t.same(texts(each, {}), [], 'nothing to repeat')
  t.same(texts([paragraph('有', { when: 'a' }), paragraph('无', { when: '!a' })], { a: '' }), ['无'])
  const heading = (when: string) => ({ block: 'heading', level: 1, text: when, when, numbered: true })
  t.same(
    texts([heading('a'), heading('b'), heading('c')], { a: 1, c: 1 }),
    ['一、a', '二、c'],
    'numbered as they stand'
  )
  t.end()
})

t.test('what is no template is refused with its place', (t) => {
  t.throws(() => template([paragraph('{{a b}}')]), /no placeholder/)
  t.throws(() => template([paragraph('{{a')]), /not closed/)
  t.throws(() => template([paragraph('{{a|upper}}')]), /no filter upper/)
  t.throws(() => template([paragraph('{{a|label:kinds}}')]), /no labels kinds/)
  t.throws(() => template([{ block: 'poem', text: 'x' }]), TypeError)
  t.throws(() => template([paragraph('x', { colour: 'red' })]), TypeError)
  const rows = [{ cells: [{ text: 'x', role: 'text' }] }]
  t.throws(() => template([{ block: 'table', columns: [1, 1], rows }]), /covers 1 of 2 columns/)
  t.end()
})

t.test('dates and numerals', (t) => {
  t.same([1, 10, 11, 20, 31, 99].map(hanNumber), ['一', '十', '十一', '二十', '三十一', '九十九'])
  t.equal(dateText('2026-12-31T16:00:00Z'), '2027年1月1日', 'the day is that of Beijing')
  t.equal(dateText('2026-01-05'), '2026年1月5日')
  t.equal(timeText('2026-03-05T09:05:00+08:00'), '2026年3月5日9时05分')
  t.equal(hanDate('2010-10-30'), '二〇一〇年十月三十日')
  t.equal(dateText('**'), '**', 'a mask stays a mask')
  t.end()
})
