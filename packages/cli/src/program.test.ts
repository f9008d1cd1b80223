import t from 'tap'
import { emptyFolder, runHere } from './stack.fixture.ts'

t.test('help is Chinese first, then English, and lists exit codes', async (t) => {
  const { code, stdout, stderr } = await runHere(['--help'])
  t.equal(code, 0)
  t.equal(stderr, '')
  for (const command of ['token', 'tail', 'replay', 'gaps', 'parked', 'status']) {
    t.match(stdout, new RegExp(`^  ${command} .*\\p{Script=Han}.*·`, 'mu'), command)
    t.equal((await runHere([command, '--help'])).code, 0)
  }
  t.match(stdout, /退出码 Exit codes:\s+0 .*(\n +\d .*){5}/)
  t.match(await runHere(['--version']), { code: 0, stdout: /^\d+\.\d+\.\d+\n$/ })
})

t.test('wrong usage is one sentence and exit code 2', async (t) => {
  for (const line of [
    'token',
    'nosuch',
    'token --agency ../../etc/passwd',
    'token --agency amr --role king',
    'token --agency amr --lifetime 301',
    'token --agency amr --lifetime 1.5',
    'token amr --agency amr',
    'gaps --dep',
    'tail --agency amr --after -1',
    'tail --agency amr --limit 0',
    'replay --as amr.king',
    'parked retry audit views 0',
    'parked retry nosuch views 1'
  ]) {
    const { code, stdout, stderr } = await runHere(line.split(' '))
    t.equal(code, 2, line)
    t.equal(stdout, '')
    t.match(stderr, /^wuhu: \p{Script=Han}.* · .*\n$/u)
  }
  t.match(await runHere([]), { code: 2, stdout: '', stderr: /用法 Usage/ })
})

t.test('with --json an error is one problem on standard error', async (t) => {
  const folder = await emptyFolder(t)
  const usage = await runHere(['gaps', '--nosuch', '--json'])
  t.match(JSON.parse(usage.stderr), { type: 'urn:wuhu:problem:cli.usage', title_en: /--nosuch/ })
  const away = await runHere(['status', '--json'], { cwd: folder, repository: folder })
  t.equal(away.code, 3)
  t.match(JSON.parse(away.stderr), { code: 'cli.no-stack', title: /npm start/ })
})

t.test('the data folder may come from the setting WUHU_DATA; the option goes first', async (t) => {
  const folder = await emptyFolder(t)
  t.match(await runHere(['status'], { data: folder }), { code: 3, stderr: new RegExp(`no stack runs on ${folder}`) })
  t.match(await runHere(['status', '--data', `${folder}/x`], { data: folder }), { code: 3, stderr: /folder .*\/x$/m })
})
