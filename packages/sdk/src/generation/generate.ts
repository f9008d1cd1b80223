import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { filesFromOpenApi, type OpenApi } from './from-openapi.ts'

// Run while the stack runs: node packages/sdk/src/generation/generate.ts [path of the stack's stack.json]
const [stackFile = '.data/stack.json'] = process.argv.slice(2)
const target = new URL('../generated/', import.meta.url)

const { services } = JSON.parse(await readFile(stackFile, 'utf8')) as { services: Record<string, string> }
const documents: Record<string, OpenApi> = {}
for (const [name, url] of Object.entries(services)) {
  const answer = await fetch(`${url}/openapi.json`)
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}`)
  documents[name] = (await answer.json()) as OpenApi
}
await mkdir(target, { recursive: true })
for (const [name, text] of await filesFromOpenApi(documents)) {
  await writeFile(new URL(name, target), text)
  process.stdout.write(`${name}\n`)
}
