/** A value that infra/with-servers.ts sets for the tests. @throws Error that says how to run the tests */
export function fromLauncher(name: 'TEST_DATABASE_URL' | 'TEST_NATS_URL' | 'TEST_NATS_SERVER' | 'TEST_FOLDER'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run this test by \`npm test -- <file>\`, which starts the servers`)
  return value
}
