import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { lintSource } from '@secretlint/core'
import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend'
import allowed from './secret-allow.json' with { type: 'json' }
import { type FoundSecret, findSecrets, fingerprintOf } from './secret-patterns.ts'

// Looks for secrets in every file that git has or would take: by the rules of secretlint, and by the forms of this
// system's own. What stands in secret-allow.json, with its reason, may be there; an entry that nothing needs is an error.

const root = resolve(import.meta.dirname, '..')
const largest = 4 * 1024 * 1024
const presetId = '@secretlint/secretlint-rule-preset-recommend'

function files(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, maxBuffer: 2 ** 26 })
  return listed
    .toString('utf8')
    .split('\0')
    .filter((file) => statSync(resolve(root, file), { throwIfNoEntry: false })?.isFile())
}

async function secretsOf(file: string): Promise<FoundSecret[]> {
  const bytes = readFileSync(resolve(root, file))
  if (bytes.length > largest || bytes.subarray(0, 8_192).includes(0)) return []
  const content = bytes.toString('utf8')
  const { messages } = await lintSource({
    source: { filePath: file, content, ext: extname(file), contentType: 'text' },
    options: { config: { rules: [{ id: presetId, rule: preset }] } }
  })
  const theirs = messages.map(({ ruleId, range, loc }) => ({
    kind: ruleId.replace(/^@secretlint\/secretlint-rule-/, ''),
    line: loc.start.line,
    fingerprint: fingerprintOf(content.slice(...range))
  }))
  return [...findSecrets(content), ...theirs]
}

const unused = new Set(allowed)
let read = 0
let found = 0
for (const file of files()) {
  read += 1
  for (const { kind, line, fingerprint } of await secretsOf(file)) {
    const entry = allowed.find((one) => one.file === file && one.kind === kind && one.fingerprint === fingerprint)
    if (entry) {
      unused.delete(entry)
      continue
    }
    found += 1
    console.log(`${file}:${line} ${kind} ${fingerprint}`)
  }
}
for (const { file, kind, fingerprint } of unused)
  console.log(`secret-allow.json: nothing needs ${file} ${kind} ${fingerprint}`)
if (read < 100) console.log(`only ${read} files were read`)
process.exitCode = found === 0 && unused.size === 0 && read >= 100 ? 0 : 1
