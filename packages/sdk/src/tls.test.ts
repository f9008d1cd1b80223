import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { createKeyPair } from '@wuhu/access'
import { initAuthority, issueCertificate } from '@wuhu/cli/ca'
import t from 'tap'
import { createAgency } from './agency.ts'
import { answerJson } from './service-that.test-setup.ts'

await t.test('trusts the given authority, and shows who it is where it is asked', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sdk-tls-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const now = new Date()
  await initAuthority(folder, { name: 'Test CA', days: 2, now })
  const text = (name: string) => readFile(join(folder, name), 'utf8')
  const pairOf = async ({ file }: { file: unknown }) => ({
    certificate: await text(`${file}.crt`),
    key: await text(`${file}.key`)
  })
  const server = await pairOf(await issueCertificate(folder, { names: ['127.0.0.1'], days: 1 }, now))
  const client = await pairOf(await issueCertificate(folder, { names: [], client: 'amr', days: 1 }, now))
  const ca = await text('ca.crt')
  const settings = { cert: server.certificate, key: server.key, ca, requestCert: true, rejectUnauthorized: false }
  const service = createServer(settings, (request, response) => {
    const { authorized } = request.socket as TLSSocket
    answerJson(response, 200, { items: [], authorized })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    service.closeAllConnections()
    service.close()
  })
  const agencyWith = (more: object) => {
    const urls = { infoSharing: `https://127.0.0.1:${(service.address() as AddressInfo).port}` }
    const agency = createAgency({ agency: 'amr', seed: createKeyPair().seed, urls, within: 300, ...more })
    t.teardown(() => agency.close())
    return agency
  }
  t.match(await agencyWith({ ca, clientCertificate: client }).query('clue.list', {}), { authorized: true })
  t.match(await agencyWith({ ca }).query('clue.list', {}), { authorized: false })
  await t.rejects(agencyWith({}).query('clue.list', {}), { name: 'WuhuUnreachable' }, 'an unknown authority is no bus')
})
