import t from 'tap'
import { parseStackOptions } from './stack-options.ts'
import { stackTable, widthOf } from './stack-table.ts'

const urls = {
  'info-sharing': 'http://127.0.0.1:7101',
  'joint-investigation': 'http://127.0.0.1:7102',
  notifications: 'http://127.0.0.1:7103',
  audit: 'http://127.0.0.1:7104',
  console: 'http://127.0.0.1:7105'
}

function table(argv: readonly string[]): string {
  const stack = parseStackOptions(argv, {})
  if (!stack) throw new Error('no options')
  return stackTable({
    stack,
    urls,
    natsUrl: 'nats://127.0.0.1:7122',
    database: '127.0.0.1:7132/five_mutuals',
    seconds: 2
  })
}

t.test('Chinese characters take two columns, so the addresses stand below each other', async (t) => {
  t.equal(widthOf('信息 a（b）'), 11)
  const lines = table([]).split('\n')
  const columns = Object.values(urls).map((url) => {
    const line = lines.find((text) => text.includes(`${url}/docs`)) ?? ''
    return widthOf(line.slice(0, line.indexOf(url)))
  })
  t.equal(new Set(columns).size, 1)
})

t.test('says how to get a token, for another data folder too', async (t) => {
  t.match(table([]), 'npx wuhu token --agency amr\n')
  t.match(table(['--data', '.data-2']), 'npx wuhu token --agency amr --data .data-2\n')
})
