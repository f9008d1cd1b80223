import fc from 'fast-check'
import t from 'tap'
import { findStateSecretMarks } from './state-secret.ts'

const marked: readonly (readonly [text: string, mark: string])[] = [
  ['绝密★长期', 'top-secret'],
  ['绝密★启用前', 'top-secret'],
  ['機密☆', 'secret'],
  ['机密★10年', 'secret'],
  ['机 密 ★ 1 0 年', 'secret'],
  ['机密＊２０年', 'secret'],
  ['机密*长期', 'secret'],
  ['机密\n★10年', 'secret'],
  ['【机密】★5年', 'secret'],
  ['（机密★2030年1月1日）', 'secret'],
  ['首页标注：机密★6个月，附件二份', 'secret'],
  ['市公安局\n机密 10年\n第3号', 'secret'],
  ['密级：机密5年。', 'secret'],
  ['秘密★', 'confidential'],
  ['秘\u200b密\u00a0★', 'confidential'],
  ['秘密　２０２８年１２月３１日前', 'confidential'],
  ['密级 秘密 长期', 'confidential']
]

/** What lies in every file on trade secrets. */
const everyday = [
  '商业秘密',
  '工作秘密',
  '技术秘密和经营秘密',
  '密点编号 MD-2026-01',
  '秘密点',
  '保密协议约定的保密期限为10年',
  '保守秘密3年',
  '保守商业秘密 5年',
  '商业秘密10年',
  '商业秘密★★★',
  '企业秘密★5年',
  '核心商业机密 长期',
  '密级：商业秘密 长期',
  '**商业秘密**',
  '秘密*',
  '侵犯：\n商业秘密\n* 客户名单',
  '该秘密20年来未公开',
  '秘密十年如一日',
  '离职2年内泄露机密',
  '按机密级文件管理',
  '不为公众所知悉、采取保密措施'
]

t.test('a mark with a star or a period is found, however it is written', async (t) => {
  for (const [text, mark] of marked) {
    t.same(findStateSecretMarks({ text }), [{ path: '/text', mark, length: [...text].length }], text)
  }
})

t.test('the everyday words of trade secrets are no marks', async (t) => {
  for (const text of everyday) t.same(findStateSecretMarks({ text }), [], text)
})

t.test('property: a mark is found in any text, at any place, with any spacing and width', async () => {
  const filler = fc.array(fc.constantFrom(...everyday, '。', '，', '\n', '2026年6月1日', 'A'), { maxLength: 6 })
  const space = fc.constantFrom('', ' ', '　', '\u200b', '\u00a0', '\t')
  const wide = (digits: string) =>
    [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  const mark = fc
    .tuple(
      fc.constantFrom('绝密', '机密', '秘密', '機密', '祕密'),
      fc.constantFrom('★', '☆'),
      fc.constantFrom('10年', `${wide('30')}年`, '长期', '6个月', ''),
      space
    )
    .map(([word, star, period, gap]) => [...`${word}${star}${period}`].join(gap))
  fc.assert(
    fc.property(filler, mark, filler, (before, text, after) => {
      const found = findStateSecretMarks({ a: { b: [`${before.join('')}。${text}。${after.join('')}`] } })
      return found.length === 1 && found[0]?.path === '/a/b/0'
    })
  )
})

t.test('property: everyday words in any order are no marks', async () => {
  const words = fc.array(fc.constantFrom(...everyday, '涉嫌泄露', '竞业限制', '第三人', '二十万元'), { maxLength: 12 })
  fc.assert(fc.property(words, (parts) => findStateSecretMarks({ text: parts.join('。') }).length === 0))
})

t.test('every text of a value is looked at, and none of it comes out', async (t) => {
  const value = { a: ['x', { 'b/c~d': '机密★' }], '绝密★': '秘密★1年', n: 1, z: null }
  const found = findStateSecretMarks(value)
  t.same(
    found.map(({ path }) => path),
    ['/a/1/b~1c~0d', '/*', '/*']
  )
  t.notMatch(JSON.stringify(found), /密|★/)
})

t.test('a megabyte is scanned soon, whatever is in it', async (t) => {
  for (const text of ['秘密 ', '密级是 ', '机密*一二三', '机密*', '机密启', '一']) {
    const began = performance.now()
    findStateSecretMarks({ text: text.repeat(1_048_576 / text.length / 3) })
    t.ok(performance.now() - began < 5_000, text)
  }
})
