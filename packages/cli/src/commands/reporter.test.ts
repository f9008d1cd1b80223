import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import t from 'tap'
import { emptyFolder, runHere } from '../stack.fixture.ts'

const reporter = { name: '乌日娜', phone: '13947800000' }

t.test('the reporter vault on the command line', async (t) => {
  const folder = await emptyFolder(t)
  const [vault, key] = [join(folder, 'vault'), join(folder, 'keeper.key')]
  const run = (args: readonly string[], input = '') =>
    runHere(['reporter', ...args, '--vault', vault], { stdin: Readable.from([input]) })
  const by = (person: string, role: string) => ['--person', person, '--role', role]
  const why = ['--reason', '核实奖励发放', '--identity', key]

  t.match(await run(['init', '--agency', 'amr']), { code: 2, stderr: /--recipient/ })
  t.match(await run(['init', '--agency', 'amr', '--new-identity', key]), { code: 0 })
  t.match(await readFile(key, 'utf8'), /^# public key: age1\S+\nAGE-SECRET-KEY-1/)

  const registered = await run(['register', ...by('p-017', 'handler')], JSON.stringify(reporter))
  t.match(registered, { code: 0, stdout: /^rp_[A-Za-z0-9_-]{32}\n$/, stderr: '' })
  const token = registered.stdout.trim()

  for (const officer of [by('p-001', 'agency-head'), by('p-017', 'handler')]) {
    t.match(await run(['lookup', token, ...officer, ...why]), { code: 0, stdout: 'name: 乌日娜\nphone: 13947800000\n' })
  }
  const refused = await run(['lookup', token, ...by('p-018', 'handler'), ...why])
  t.match(refused, { code: 5, stdout: '', stderr: /无权查询/ })
  t.match(await run(['lookup', token, ...by('p-001', 'agency-head'), '--reason', '查', '--identity', key]), { code: 1 })

  const checked = await run(['journal', '--json'])
  const acts = JSON.parse(checked.stdout).entries.map((entry: { act: string }) => entry.act)
  t.same(acts, ['created', 'registered', 'looked-up', 'looked-up', 'refused', 'refused'])
  const plain = await run(['journal'])
  const head = plain.stdout.trim().split('  ')[1] ?? ''
  t.match(await run(['journal', '--known', head]), { code: 0 })
  t.match(await run(['journal', '--known', `6:${'0'.repeat(64)}`]), { code: 1, stderr: /被改动/ })

  for (const input of ['乌日娜 13947800000', '[]', '{"name":{}}', '']) {
    const malformed = await run(['register', ...by('p-017', 'handler')], input)
    t.equal(malformed.code, 2)
    t.notOk(malformed.stderr.includes('乌日娜'), 'an error repeats nothing of what was read')
  }
  await appendFile(join(vault, 'records', `${token}.age`), 'x')
  for (const args of [['journal'], ['lookup', token, ...by('p-001', 'agency-head'), ...why]]) {
    const tampered = await run(args)
    t.match(tampered, { code: 1, stdout: '', stderr: /被改动/ })
    t.notOk(tampered.stderr.includes('乌日娜'))
  }
  await writeFile(join(folder, 'other'), '')
  t.match(await runHere(['reporter', 'journal', '--vault', join(folder, 'none')]), { code: 1, stderr: /没有保险库/ })
})
