import { join } from 'node:path'
import { type Agency, type AgencyOptions, createAgency } from '@wuhu/sdk'
import type { Teardown } from '@wuhu/test-support'
import type { TestStack } from '../stack/start-stack.ts'

/** An agency's system as its developer would write it, with the demo key of a test's stack. Closed at teardown. */
export function agencyOf(t: Teardown, stack: TestStack, agency: string, more: Partial<AgencyOptions> = {}): Agency {
  const { urls } = stack
  const client = createAgency({
    agency,
    keyFile: join(stack.dataDir, 'keys', `${agency}.agency-system.nk`),
    urls: {
      infoSharing: urls['info-sharing'],
      jointInvestigation: urls['joint-investigation'],
      notifications: urls.notifications,
      audit: urls.audit
    },
    nats: stack.natsUrl,
    attested: 'p-017',
    ...more
  })
  t.teardown(() => client.close())
  return client
}
