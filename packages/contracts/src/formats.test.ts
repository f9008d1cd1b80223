import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import t from 'tap'
import { formats, Text, Uscc } from './formats.ts'

const cases: Record<string, { right: string[]; wrong: string[] }> = {
  uscc: {
    right: ['914403001922038216', '111508240000000196', '91350100M000100Y43'],
    wrong: [
      '914403001922038217',
      '91440300192203821',
      '91350100M000100y43',
      '91350100S000100Y43',
      ' 914403001922038216',
      ''
    ]
  },
  'citizen-id': {
    right: ['150824190001010014', '11010519491231002X'],
    wrong: ['150824190001010015', '11010519491231002x', '110105194902310026', '15082419000101001', '11010519491331002X']
  },
  'document-number': {
    right: [
      '乌中政办发〔2023〕32号',
      '国市监竞争发〔2022〕26号',
      '乌中公(食药)立字〔2026〕1号',
      '乌中市监案移〔2026〕第3号'
    ],
    wrong: [
      '乌中政办发[2023]32号',
      '乌中政办发〔2023〕032号',
      '乌中政办发〔2023〕第32号',
      '乌中政办发〔2023〕32',
      '发〔2023〕1号',
      '乌中政办发(2023)32号'
    ]
  },
  'court-case-number': {
    right: [
      '(2026)内0824刑初1号',
      '（2026）内0824刑初1号',
      '(2023)最高法知民终2467号',
      '(2020)京0113刑初271号',
      '(2008)扬刑二终字第0010号',
      '(2012)浦刑(知)初字第42号',
      '(2021)内08执异3号之一'
    ],
    wrong: [
      '（2026)内0824刑初1号',
      '(2026)内0824刑初01号',
      '(2026)内0824刑初字第1号',
      '(2026)0824刑初1号',
      '2026内0824刑初1号',
      '(2014)滨汉刑初字第xx号',
      '〔2026〕内0824刑初1号'
    ]
  },
  'case-source-number': { right: ['150824-2026-000001', 'A'], wrong: ['-1', '1-', '', 'a_b', 'a/b', 'x'.repeat(65)] },
  'agency-code': { right: ['amr', 'gov-services-data'], wrong: ['AMR', '-amr', 'amr-', '1amr', 'a'.repeat(33), 'a.b'] },
  'person-ref': { right: ['p-017', '1.2_3'], wrong: ['', '张三', 'a/b', '-a', 'a'.repeat(65)] },
  'opaque-token': { right: ['r_8f3kQ-21x'], wrong: ['short', 'with space', 'a'.repeat(129)] },
  'admin-division': { right: ['150824', '330381'], wrong: ['15082', '1508240', '990000', '15082a'] },
  sha256: { right: ['0a'.repeat(32)], wrong: ['0A'.repeat(32), '0a'.repeat(31)] },
  'uuid-v7': {
    right: ['0198c0de-0000-7000-8000-000000000001'],
    wrong: ['0198c0de-0000-4000-8000-000000000001', '0198C0DE-0000-7000-8000-000000000001']
  },
  date: { right: ['2026-06-01', '2024-02-29'], wrong: ['2025-02-29', '2026-6-1', '2026-13-01', '20260601'] },
  'date-time': {
    right: ['2026-06-01T09:00:00+08:00', '2026-06-01T01:00:00.123Z'],
    wrong: [
      '2026-06-01T09:00:00',
      '2026-06-01T24:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-06-01 09:00:00Z',
      '2016-12-31T23:59:60Z',
      '2026-06-01T09:00:00+24:00'
    ]
  },
  text: {
    right: ['一\n二\t三', ' 𠮷 '],
    wrong: ['', '   ', '\n', 'a\u0000b', '\ud800', '\u007f', 'a\u009b31m', 'a\u202eb', '\u2066a']
  }
}

t.strictSame(Object.keys(cases).sort(), Object.keys(formats).sort(), 'every format has a row')
for (const [name, { right, wrong }] of Object.entries(cases)) {
  t.test(name, async (t) => {
    for (const text of right) t.equal(formats[name]?.(text), true, JSON.stringify(text))
    for (const text of wrong) t.equal(formats[name]?.(text), false, JSON.stringify(text))
  })
}

t.test('one wrong digit is always found', async (t) => {
  for (const [name, code] of [
    ['uscc', '914403001922038216'],
    ['citizen-id', '150824190001010014']
  ] as const) {
    fc.assert(
      fc.property(fc.nat({ max: 16 }), fc.nat({ max: 9 }), (at, digit) => {
        if (code[at] === String(digit)) return true
        return formats[name]?.(code.slice(0, at) + digit + code.slice(at + 1)) === false
      })
    )
  }
  t.pass()
})

t.test('no format throws or stalls on arbitrary text', async (t) => {
  const long = `(${'2026'.repeat(2000)}${'内'.repeat(20_000)}`
  for (const [name, check] of Object.entries(formats)) {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof check(text) === 'boolean'))
    t.equal(check(long), name === 'text', name)
  }
})

t.test('the schema makers check through TypeBox', async (t) => {
  const schema = Type.Object({ uscc: Uscc({ title: '代码' }), note: Text(4, '备注') })
  t.equal(Value.Check(schema, { uscc: '914403001922038216', note: '好' }), true)
  t.equal(Value.Check(schema, { uscc: '914403001922038217', note: '好' }), false)
  t.equal(Value.Check(schema, { uscc: '914403001922038216', note: '12345' }), false)
  t.equal(Value.Check(schema, { uscc: '914403001922038216', note: '𠮷𠮷𠮷𠮷' }), true, 'four characters')
  t.equal(Value.Check(schema, { uscc: '914403001922038216', note: '𠮷𠮷𠮷𠮷𠮷' }), false)
  t.equal(Value.Check(schema, { uscc: '914403001922038216', note: ' ' }), false)
  const { note } = JSON.parse(JSON.stringify(schema.properties))
  t.strictSame(note, { type: 'string', format: 'text', minLength: 1, maxLength: 4, description: '备注' })
})
