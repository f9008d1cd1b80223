/** A value that infra/with-servers.ts sets for the tests. @throws Error that says how to run the tests */
export function fromLauncher(name: 'TEST_DATABASE_URL' | 'TEST_NATS_URL' | 'TEST_NATS_SERVER' | 'TEST_FOLDER'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run this test by \`npm test -- <file>\`, which starts the servers`)
  return value
}

/** How the fault tests run: the long form of `npm run faults`, and the seed to repeat a run (else a random one). */
export function faultSettings(): { readonly long: boolean; readonly seed: number | undefined } {
  const { TEST_FAULTS, TEST_FAULTS_SEED: seed } = process.env
  return { long: TEST_FAULTS === 'long', seed: seed === undefined ? undefined : Number(seed) }
}
