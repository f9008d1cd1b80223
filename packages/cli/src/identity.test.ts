import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { createSigner, parseIdentity } from './identity.ts'
import { emptyFolder, startStack } from './stack.fixture.ts'

t.test('an agency alone is its system; a role may be named', async (t) => {
  t.same(parseIdentity('psb'), { agency: 'psb', role: 'agency-system' })
  t.same(parseIdentity('amr.audit-admin'), { agency: 'amr', role: 'audit-admin' })
  for (const wrong of ['', 'psb.', '.audit-admin', 'psb.king', 'psb.audit-admin.x', '../amr', 'PSB']) {
    t.throws(() => parseIdentity(wrong), { code: 'commander.invalidArgument' }, wrong)
  }
})

t.test('every token is a new one; no key, and a file that holds none, are said', async (t) => {
  const { data } = await startStack(t, () => {})
  const sign = createSigner(data, { agency: 'psb', role: 'agency-system' })
  t.not(await sign(), await sign(), 'a token may be used for one write')
  const folder = await emptyFolder(t)
  await mkdir(join(folder, 'keys'))
  t.throws(() => createSigner(folder, { agency: 'psb', role: 'agency-system' }), {
    exitCode: 5,
    message: /there is no key/
  })
  await writeFile(join(folder, 'keys', 'psb.agency-system.nk'), 'SUnothing\n')
  const broken = createSigner(folder, { agency: 'psb', role: 'agency-system' })
  await t.rejects(broken(), { exitCode: 5, message: /holds no valid key/ })
})
