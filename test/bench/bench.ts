import { parseArgs } from 'node:util'
import { access } from './access.ts'
import { command } from './command.ts'
import { deadlines } from './deadlines.ts'
import type { Figure } from './figure.ts'
import { journey } from './journey.ts'
import { memory } from './memory.ts'
import { peers } from './peers.ts'
import { relay } from './relay.ts'
import { replay } from './replay.ts'

// npm run bench -- <name> [--json] [--quick]: one line a figure. Postgres is durable here (fsync on).

export interface BenchOptions {
  /** Fewer events and rounds: to see that the bench works, not for figures. */
  readonly quick: boolean
}

const benches: Record<string, (options: BenchOptions) => AsyncIterable<Figure>> = {
  relay,
  command,
  journey,
  peers,
  replay,
  deadlines,
  memory,
  access
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } }
})
const names = positionals.length > 0 ? positionals : Object.keys(benches)
for (const name of names) {
  const bench = benches[name]
  if (!bench) {
    console.error(`no bench ${name}; there are: ${Object.keys(benches).join(', ')}`)
    process.exit(2)
  }
  for await (const figure of bench({ quick: values.quick })) {
    console.log(values.json ? JSON.stringify(figure) : line(figure))
  }
}

function line({ name, value, unit, baseline, ratio, target, spread }: Figure): string {
  const against = baseline === undefined ? '' : `  baseline ${baseline}  ratio ${ratio}`
  return `${name.padEnd(36)} ${value} ${unit}${against}${target ? `  target ${target}` : ''}${spread ? `  spread ${spread.join('..')}` : ''}`
}
