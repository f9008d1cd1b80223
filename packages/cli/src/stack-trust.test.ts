import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { initAuthority, issueCertificate } from './ca/authority.ts'
import { emptyFolder } from './stack.fixture.ts'
import { readTrust } from './stack-trust.ts'

t.test('whom to trust stands in stack.json; an agency presents what the folder holds for it', async (t) => {
  const data = await emptyFolder(t)
  const stack = (more: object) => writeFile(join(data, 'stack.json'), JSON.stringify({ services: {}, ...more }))
  await stack({})
  t.equal(readTrust(data, 'psb'), undefined, 'without TLS nobody')
  await stack({ ca: 'tls/ca.crt' })
  t.throws(() => readTrust(data, 'psb'), { exitCode: 3, message: /ca\.crt cannot be read \(ENOENT\)/ })
  const folder = join(data, 'tls')
  await mkdir(folder)
  const now = new Date()
  await initAuthority(folder, { name: 'CA', days: 1, now })
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  t.same(readTrust(data, 'psb'), { ca: await text('ca.crt') })
  await issueCertificate(folder, { names: [], client: 'psb', days: 1 }, now)
  const pair = { cert: await text('client-psb.crt'), key: await text('client-psb.key') }
  t.same(readTrust(data, 'psb'), { ca: await text('ca.crt'), ...pair })
  t.same(readTrust(data, 'court'), { ca: await text('ca.crt') })
})
