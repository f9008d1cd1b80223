import { Type } from '@sinclair/typebox'
import { authorise } from '@wuhu/access'
import { AgencyCode, audienceOf, Instant, SealingKey } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand, Problem } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { isAgeRecipient } from '../age-recipient.ts'
import { sealingKey } from '../domain/attachment-key.ts'
import { answer, answerOf, by, contextOf, type Deps } from './context.ts'

const strict = { additionalProperties: false }

/** Publishing sealing keys 封存公钥. Nobody else does it for an agency: who names the key can read the evidence. */
export function sealingKeyCommands({ store, now }: Deps): CommandDefinition[] {
  const publish = defineCommand({
    name: 'agency.publish-sealing-key',
    path: '/v1/agencies/:code/sealing-keys',
    action: 'sealing-key.publish',
    tag: 'agencies',
    status: 201,
    title: { zh: '公布封存公钥', en: 'Publish a sealing key' },
    description: {
      zh: '限本单位系统。自 validFrom 起，发给本单位的附件以此公钥封存；原私钥须留存，以开启此前的附件。',
      en: "By the agency's own system only. From validFrom on files are sealed to this key; keep the private key before it, to open what was sealed before."
    },
    params: Type.Object({ code: AgencyCode() }, strict),
    body: Type.Object(
      {
        recipient: SealingKey('age 公钥，age1 开头'),
        validFrom: Type.Optional(Instant('生效时间，默认为现在')),
        by: Type.Optional(by)
      },
      strict
    ),
    answer,
    async execute(call) {
      const { code } = call.params
      const { recipient, validFrom } = call.body
      authorise(call.caller, 'sealing-key.publish', { agency: code })
      if (!isAgeRecipient(recipient)) {
        throw new Problem(400, 'request.invalid', 'the sealing key fails its checksum', [
          { in: 'body', path: '/recipient', message: '公钥校验和不符', message_en: 'is not an age X25519 recipient' }
        ])
      }
      const done = await store.once(call, async (tx) => {
        const executed = await execute(tx, {
          decider: sealingKey,
          streamId: `sealing-key/${code}`,
          command: { do: 'publish', code, recipient, validFrom },
          expectedVersion: call.expectedVersion,
          context: contextOf(call, now()),
          describe: () => ({ audience: audienceOf({ agency: code, ground: 'publisher' }) })
        })
        return answerOf(code, executed)
      })
      const { version } = done.answer
      return { body: done.answer, version, location: `/v1/agencies/${code}`, replayed: done.replayed }
    }
  })
  return [publish]
}
