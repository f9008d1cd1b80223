import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'
import { areas, type CliCommand, capitals, dotted, eventsOf, isRoute, settings, wuhu } from './code.ts'
import { type Page, readPages, root } from './pages.ts'

const pages = readPages()

/** What `find` sees in each page that is not so. `least` keeps a pattern that finds nothing from passing. */
function nothingWrong(name: string, least: number, find: (page: Page) => [said: string, so: boolean][]): void {
  t.test(name, async (t) => {
    const found = pages.flatMap((page) => find(page).map(([said, so]) => ({ said: `${page.path}: ${said}`, so })))
    t.ok(found.length >= least, `looked at ${found.length}`)
    t.same([...new Set(found.filter(({ so }) => !so).map(({ said }) => said))], [])
  })
}

nothingWrong('every relative link leads somewhere', 10, ({ text, folder }) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .map((link) => [link, existsSync(resolve(folder, link.replace(/#.*$/, '')))])
)

nothingWrong('every file that is named exists', 25, ({ code, folder }) =>
  code
    .flatMap((span) => span.split(/\s/))
    .filter(
      (word) =>
        /^[\w.@-]+(?:\/[\w.@-]+)+\.(?:ts|mjs|json|md)$/.test(word) && !/^(?:node_modules|\.data|path\/to)\//.test(word)
    )
    .map((word) => [word, existsSync(resolve(folder, word)) || existsSync(join(root, word))])
)

nothingWrong('every route exists', 60, ({ text }) =>
  [
    ...text.matchAll(/(?:\b(GET|POST|PUT) )?((?:\/v1|…)(?:\/(?:[a-z][\w-]*|:\w+|<[\w-]+>|\{\w+\}))+)((?:\|[a-z-]+)*)/g)
  ].flatMap(([said, method, path = '', others = '']) => {
    const last = path.slice(path.lastIndexOf('/') + 1)
    const paths = [last, ...others.split('|').slice(1)].map((one) => path.slice(0, -last.length) + one)
    return paths.map((one): [string, boolean] => [said, isRoute(method, one)])
  })
)

nothingWrong('every setting exists', 60, ({ code, path }) => {
  const service = path.match(/^services\/([^/]+)\//)?.[1]
  const known = (name: string) =>
    capitals.has(name) ||
    /^(?:NODE|LC)_/.test(name) ||
    [...settings].some(([one, own]) => own.has(name) && (service ?? one) === one)
  return code
    .flatMap((span) => [...span.matchAll(/(?<![\w$.-])([A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]|^[A-Z]{4,}$)(?![\w.-])/g)])
    .map(([name]) => [name, known(name)])
})

nothingWrong('every event, command, action and code exists', 100, ({ code }) =>
  code
    .filter((span) => /^[a-z][a-z-]*\.[a-z][a-z-]*(?:\.v\d+)?$/.test(span))
    .filter((span) => areas.has(span.slice(0, span.indexOf('.'))) && !/\.(?:ts|mjs|json|md|key)$/.test(span))
    .map((span) => [span, dotted.has(span.replace(/\.v\d+$/, ''))])
)

nothingWrong('every npm script exists', 10, ({ code }) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return code
    .flatMap((span) => [...span.matchAll(/\bnpm (?:run )?(?!install)([a-z]+)/g)])
    .map(([said, name = '']) => [said, name in scripts])
})

const named = ({ inner }: CliCommand, name: string) => inner.find((one) => one.name === name)
const optionsOf = (command: CliCommand): string[] => [...command.options, ...command.inner.flatMap(optionsOf)]

/** `wuhu parked list|retry --json`: the words of it, without what surrounds it. */
const wordsOf = (line: string) =>
  line
    .replace(/^.*?\bwuhu /, '')
    .replace(/\s{2,}.*$|[)"].*$/, '')
    .split(/\s+/)

/** The commands that a line speaks of. */
function spokenOf(line: string): (CliCommand | undefined)[] {
  const [first = '', second = ''] = wordsOf(line)
  const command = named(wuhu, first)
  if (!command || command.inner.length === 0 || !/^[a-z]/.test(second)) return [command]
  return second.split('|').map((one) => named(command, one))
}

nothingWrong('every command of wuhu exists, and its options', 60, ({ code }) =>
  code
    .filter((line) => /(?:^|npx |\()wuhu [a-z]/.test(line))
    .map((line) => {
      const commands = spokenOf(line)
      const options = commands.flatMap((command) => (command ? optionsOf(command) : []))
      const asked = wordsOf(line).filter((word) => word.startsWith('--'))
      return [line, !commands.includes(undefined) && asked.every((option) => options.includes(option))]
    })
)

t.test('the README of wuhu has all of its commands', async (t) => {
  const readme = pages.find(({ path }) => path === 'packages/cli/README.md')
  const said = (readme?.code ?? []).filter((line) => /^(?:npx )?wuhu /.test(line)).flatMap(spokenOf)
  const all = wuhu.inner.flatMap((command) => (command.inner.length === 0 ? [command] : command.inner))
  t.same(
    all.filter((command) => !said.includes(command)).map(({ name }) => name),
    []
  )
  for (const line of readme?.lines ?? []) {
    const [command] = /^\| `wuhu [a-z]/.test(line) ? spokenOf(line.replaceAll('\\|', '|').replaceAll('`', ' ')) : []
    const known = [...optionsOf(named(wuhu, /`wuhu ([a-z]+)/.exec(line)?.[1] ?? '') ?? wuhu), '--help']
    const asked = command ? [...line.matchAll(/(?<![\w-])--[a-z-]+/g)].map(([option]) => option) : []
    t.same(
      asked.filter((option) => !known.includes(option)),
      [],
      line.slice(0, 40)
    )
  }
})

t.test('the README of a service has all of its events', async (t) => {
  t.same([...settings.keys()].sort(), readdirSync(join(root, 'services')).sort(), 'every service')
  for (const service of settings.keys()) {
    const { text = '' } = pages.find(({ path }) => path === `services/${service}/README.md`) ?? {}
    let aggregate = ''
    const said = new Set<string>()
    for (const [, name = ''] of text.matchAll(/`([a-z][a-z-]*(?:\.(?:[a-z][a-z-]*|\*))?)`/g)) {
      aggregate = name.includes('.') ? name.slice(0, name.indexOf('.')) : aggregate
      said.add(name.includes('.') ? name : `${aggregate}.${name}`)
    }
    const missing = eventsOf(service).filter((name) => !said.has(name) && !said.has(name.replace(/\..*$/, '.*')))
    t.same(missing, [], service)
  }
})

t.test('every package has its README, and its line in CONTRIBUTING.md', async (t) => {
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  for (const folder of readdirSync(join(root, 'packages'))) {
    t.ok(existsSync(join(root, 'packages', folder, 'README.md')), `packages/${folder}/README.md`)
    t.ok(contributing.includes(`| \`packages/${folder}\` |`), `packages/${folder} in CONTRIBUTING.md`)
  }
})
