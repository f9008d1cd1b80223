import { connect } from '@nats-io/transport-node'
import { createFilesStore } from './files.ts'
import { createNatsStore } from './nats.ts'

/** A process to be killed: `node torn-upload.fixture.ts files|nats <folder|url> <bucket> <id>` never finishes its upload. */
const [kind, where = '', bucket = '', id = ''] = process.argv.slice(2)
const maxBytes = 1024 ** 3
const store =
  kind === 'files'
    ? await createFilesStore({ folder: where, maxBytes })
    : await createNatsStore({ connection: await connect({ servers: where }), bucket, maxBytes })

await store.put(
  id,
  (async function* () {
    for (let n = 0; ; n++) {
      if (n === 40) process.stdout.write('under way\n')
      yield Buffer.alloc(64 * 1024, n)
      if (n > 40) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
)
