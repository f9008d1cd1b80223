import { fromLauncher } from './environment.ts'

/** The URL of the nats-server (JetStream, file storage) that all tests of this run share: use names of your own on it. */
export function testNats(): string {
  return fromLauncher('TEST_NATS_URL')
}
