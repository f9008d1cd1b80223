import { execFile } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { emptyFolder, type Ran, runHere } from '../stack.fixture.ts'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'wuhu.mjs')

/** The real script in a process of its own. */
function wuhu(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, 'ca', ...args], { env: {} }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    )
  })
}

/** A folder with an authority, and commands on it in this process. */
async function authority(t: Test) {
  const folder = await emptyFolder(t)
  const run = (...args: readonly string[]) => runHere(['ca', ...args, '--dir', folder])
  t.equal((await run('init')).code, 0)
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  return { folder, run, text, certificate: async (file: string) => new X509Certificate(await text(`${file}.crt`)) }
}

const days = (certificate: X509Certificate) =>
  Math.round((certificate.validToDate.getTime() - certificate.validFromDate.getTime()) / 86_400_000)

t.test('the real script makes an authority and certificates that Node checks', async (t) => {
  const data = await emptyFolder(t)
  const folder = join(data, 'tls')
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  const made = await wuhu('init', '--data', data, '--name', 'Sample CA', '--json')
  t.equal(made.stderr, '', 'no warnings')
  t.match(JSON.parse(made.stdout), { folder, certificate: join(folder, 'ca.crt'), notAfter: /\+08:00$/ })
  const root = new X509Certificate(await text('ca.crt'))
  t.match(root, { subject: 'CN=Sample CA', issuer: 'CN=Sample CA', ca: true })
  t.equal(root.verify(root.publicKey), true)
  t.equal(days(root), 3650)

  const names = 'bus.example.org,*.example.org,10.0.0.5,::1'
  const issued = await wuhu('issue', '--data', data, '--name', names, '--days', '90', '--json')
  const info = JSON.parse(issued.stdout)
  t.match(info, {
    file: 'bus.example.org',
    state: 'valid',
    names: ['bus.example.org', '*.example.org', '10.0.0.5', /:/]
  })
  const server = new X509Certificate(await text('bus.example.org.crt'))
  t.equal(server.serialNumber, info.serial)
  t.match(server, { subject: 'CN=bus.example.org', issuer: 'CN=Sample CA', ca: false })
  t.same(server.keyUsage, ['1.3.6.1.5.5.7.3.1'], 'for servers only')
  t.match(server.publicKey, { asymmetricKeyType: 'ec', asymmetricKeyDetails: { namedCurve: 'prime256v1' } })
  t.ok(server.checkIssued(root) && server.verify(root.publicKey))
  t.ok(server.checkHost('bus.example.org') && server.checkHost('x.example.org') && server.checkIP('10.0.0.5'))
  t.notOk(server.checkHost('example.com'))
  t.notOk(server.checkIP('10.0.0.6'))
  t.equal(days(server), 90)
  t.ok(server.checkPrivateKey(createPrivateKey(await text('bus.example.org.key'))))
  for (const file of ['ca.key', 'bus.example.org.key'])
    t.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file)
})

t.test('a certificate of an agency proves a client, and no server', async (t) => {
  const { run, certificate } = await authority(t)
  t.equal((await run('issue', '--client', 'psb')).code, 0)
  const client = await certificate('client-psb')
  t.match(client, { subject: 'CN=psb', keyUsage: ['1.3.6.1.5.5.7.3.2'], subjectAltName: undefined })
})

t.test('nothing is overwritten; renew gives a new key, and what was before stays on record', async (t) => {
  const { run, text, certificate } = await authority(t)
  await run('issue', '--name', 'localhost,127.0.0.1', '--days', '30')
  const [before, key] = [await certificate('localhost'), await text('localhost.key')]
  t.match(await run('init'), { code: 1, stderr: /ca.crt or its key is there already and is not overwritten/ })
  t.match(await run('issue', '--name', 'localhost'), { code: 1, stderr: /localhost.crt or its key is there already/ })
  t.equal(await text('localhost.key'), key)

  t.equal((await run('renew', 'localhost')).code, 0)
  const after = await certificate('localhost')
  t.not(after.serialNumber, before.serialNumber)
  t.not(await text('localhost.key'), key)
  t.equal(after.subjectAltName, before.subjectAltName)
  t.equal(days(after), 30)
  t.equal((await run('renew', 'localhost', '--days', '60')).code, 0)
  t.equal(days(await certificate('localhost')), 60)
  const listed = JSON.parse((await run('list', '--json')).stdout).certificates
  t.same(
    listed.map((one: { file?: string }) => one.file),
    ['localhost', undefined, undefined]
  )
})

t.test('revoked by file or serial; the list says so, and repeating is harmless', async (t) => {
  const { run, text } = await authority(t)
  for (const agency of ['psb', 'court', 'tax']) await run('issue', '--client', agency)
  const empty = await text('ca.crl')
  t.match(empty, /^-----BEGIN X509 CRL-----\n/)
  t.match(JSON.parse((await run('revoke', 'client-psb', '--json')).stdout), { client: 'psb', state: 'revoked' })
  const list = async () => JSON.parse((await run('list', '--json')).stdout).certificates
  const court = (await list()).find(({ client }: { client: string }) => client === 'court')
  t.equal((await run('revoke', court.serial.toLowerCase())).code, 0)
  const twice = await text('ca.crl')
  t.not(twice, empty)
  t.equal((await run('revoke', court.serial)).code, 0)
  t.equal(await text('ca.crl'), twice)
  const states = (await list()).map(({ client, state }: Record<string, string>) => `${client} ${state}`).sort()
  t.same(states, ['court revoked', 'psb revoked', 'tax valid'])
  t.match((await run('list')).stdout, /client-psb +psb +.*已吊销 revoked/)
})

t.test('what cannot be done is one sentence', async (t) => {
  const { run, folder } = await authority(t)
  const nowhere = join(folder, 'nowhere')
  const cases: [number, RegExp, string[]][] = [
    [2, /give --name, or --client, or both/, ['issue']],
    [2, /DNS names or IP addresses/, ['issue', '--name', '../x']],
    [2, /DNS names or IP addresses/, ['issue', '--name', 'a,,b']],
    [2, /DNS names or IP addresses/, ['issue', '--name', '300.1.1.1']],
    [2, /an agency code such as amr/, ['issue', '--client', 'PSB']],
    [2, /1 to 825 days/, ['issue', '--name', 'a', '--days', '826']],
    [1, /there is no certificate nobody/, ['renew', 'nobody']],
    [1, /there is no certificate nobody/, ['revoke', 'nobody']],
    [1, /ca.crt or its key is there already/, ['issue', '--name', 'ca']]
  ]
  for (const [code, stderr, args] of cases) t.match(await run(...args), { code, stderr, stdout: '' }, args.join(' '))
  t.match(await runHere(['ca', 'list', '--dir', nowhere]), { code: 1, stderr: /no CA in .*nowhere: wuhu ca init/ })
  await chmod(join(folder, 'ca.key'), 0o644)
  t.match(await run('issue', '--name', 'a'), { code: 1, stderr: /may be read by others: chmod 600/ })
  await chmod(join(folder, 'ca.key'), 0o600)
  await writeFile(join(folder, 'ca.crl'), 'junk')
  t.match(await run('list'), { code: 1, stderr: /ca\.crl/ }, 'a damaged list is not an empty one')
})
