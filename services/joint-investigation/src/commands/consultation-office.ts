import { Type } from '@sinclair/typebox'
import { areRegistered } from '@wuhu/access'
import {
  AgencyCode,
  consultAccepted,
  consultConvened,
  consultDeclined,
  consultFollowUpAssigned,
  consultHeld,
  consultInvited,
  consultMinutesDrafted
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { advance, consultationAnswer, consultationParams as params } from './consultation-call.ts'
import { by, type Deps } from './context.ts'

const strict = { additionalProperties: false }
const shape = {
  action: 'consultation.office',
  tag: 'consultations',
  intake: true,
  params,
  answer: consultationAnswer
} as const
const { round: _, number, ...minutesFields } = consultMinutesDrafted.data.properties
const { number: __, ...taskFields } = consultFollowUpAssigned.data.properties

/** What the office 办公室 does: accept, invite, call the meeting, write the minutes. */
export function consultationOfficeCommands(deps: Deps): CommandDefinition[] {
  return [
    defineCommand({
      ...shape,
      name: 'consultation.accept',
      path: '/v1/consultations/:id/accept',
      title: { zh: '受理会商', en: 'Accept the consultation' },
      description: {
        zh: '可同时邀请单位。须由办公室主任、工作人员或者副召集人办理。',
        en: 'May invite agencies at once. By the head or staff of the office, or a deputy convener.'
      },
      body: Type.Object(
        {
          invite: Type.Optional(Type.Array(AgencyCode('受邀单位'), { maxItems: 30, uniqueItems: true })),
          note: consultAccepted.data.properties.note,
          by
        },
        strict
      ),
      execute: (call) =>
        advance(deps, call, async (who, tx) => {
          const { by: _by, invite = [], ...noted } = call.body
          const registered = await areRegistered(tx.db, invite)
          return { do: 'accept', ...who, ...noted, invite, registered }
        })
    }),
    defineCommand({
      ...shape,
      name: 'consultation.decline',
      path: '/v1/consultations/:id/decline',
      title: { zh: '不予受理会商', en: 'Decline the consultation' },
      body: Type.Object({ reason: consultDeclined.data.properties.reason, by }, strict),
      execute: (call) => advance(deps, call, (who) => ({ do: 'decline', ...who, reason: call.body.reason }))
    }),
    defineCommand({
      ...shape,
      name: 'consultation.invite',
      path: '/v1/consultations/:id/invite',
      title: { zh: '邀请单位参加会商', en: 'Invite agencies' },
      body: Type.Object(
        { agencies: consultInvited.data.properties.agencies, note: consultInvited.data.properties.note, by },
        strict
      ),
      execute: (call) =>
        advance(deps, call, async (who, tx) => {
          const { by: _by, ...invitation } = call.body
          return { do: 'invite', ...who, ...invitation, registered: await areRegistered(tx.db, invitation.agencies) }
        })
    }),
    defineCommand({
      ...shape,
      name: 'consultation.convene',
      path: '/v1/consultations/:id/convene',
      title: { zh: '召集会商', en: 'Call the meeting' },
      description: {
        zh: '材料齐备后办理；再次办理即改期。参与单位的副召集人也可以召集。',
        en: 'When the materials are ready; again to move it. A deputy convener of an agency that takes part may, too.'
      },
      body: Type.Object({ ...consultConvened.data.properties, by }, strict),
      execute: (call) => {
        const { by: _by, ...meeting } = call.body
        return advance(deps, call, (who) => ({ do: 'convene', ...who, meeting }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.hold',
      path: '/v1/consultations/:id/hold',
      title: { zh: '记录会商召开', en: 'Record that it was held' },
      body: Type.Object(
        {
          heldAt: Type.Optional(consultHeld.data.properties.heldAt),
          attendees: consultHeld.data.properties.attendees,
          by
        },
        strict
      ),
      execute: (call) => {
        const { heldAt = deps.now(), attendees } = call.body
        return advance(deps, call, (who) => ({ do: 'hold', ...who, heldAt, attendees }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.draft-minutes',
      path: '/v1/consultations/:id/draft-minutes',
      title: { zh: '起草会商纪要', en: 'Draft the minutes' },
      description: {
        zh: '修改即为新的一稿，须重新会签。',
        en: 'A change makes a new draft, which is signed anew.'
      },
      body: Type.Object({ ...minutesFields, number: Type.Optional(number), by }, strict),
      execute: (call) => {
        const { number: given, text, conclusion } = call.body
        return advance(
          deps,
          call,
          (who, _tx, number = given) => ({ do: 'draft-minutes', ...who, number, text, conclusion }),
          // A further draft keeps the number of the first. Whoever may not write minutes learns nothing of a first.
          (state, { by, offices }) => {
            const drafted = state.status !== 'none' && state.minutes !== undefined
            return drafted || !offices.includes(by.agency) ? undefined : { kind: 'consultation-minutes', given }
          }
        )
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.assign-follow-up',
      path: '/v1/consultations/:id/assign-follow-up',
      title: { zh: '确定会商后续事项', en: 'Assign a follow-up' },
      body: Type.Object({ ...taskFields, by }, strict),
      execute: (call) => {
        const { owner, dueOn, task } = call.body
        return advance(deps, call, (who) => ({ do: 'assign-follow-up', ...who, task: { owner, dueOn, task } }))
      }
    })
  ]
}
