import { Type } from '@sinclair/typebox'
import {
  consultClosed,
  consultExpertEngaged,
  consultExpertOpinionReceived,
  consultFollowedUp,
  consultInquiryAnswered,
  consultInquirySent,
  consultInvitationAnswered,
  consultMaterialsReady,
  consultOpinionDrafted,
  consultOpinionGiven,
  Text,
  UuidV7
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { loadCandidate } from '../views/candidates.ts'
import { concernedIn } from '../views/concerned.ts'
import { caseOfConsultation } from '../views/consultations.ts'
import { advance, consultationAnswer, draftOpinion, consultationParams as params } from './consultation-call.ts'
import { by, type Deps } from './context.ts'

const strict = { additionalProperties: false }
const shape = {
  action: 'consultation.work',
  tag: 'consultations',
  intake: true,
  params,
  answer: consultationAnswer
} as const
const { agency: _, ...invitationFields } = consultInvitationAnswered.data.properties
const { recordedBy: ___, ...expertOpinionFields } = consultExpertOpinionReceived.data.properties
const { agency: __, ...opinionFields } = consultOpinionGiven.data.properties

/** What the agencies do that take part. */
export function consultationWorkCommands(deps: Deps): CommandDefinition[] {
  return [
    defineCommand({
      ...shape,
      name: 'consultation.answer-invitation',
      path: '/v1/consultations/:id/answer-invitation',
      title: { zh: '答复会商邀请', en: 'Answer the invitation' },
      body: Type.Object({ ...invitationFields, by }, strict),
      execute: (call) => {
        const { by: _by, ...said } = call.body
        return advance(deps, call, (who) => ({ do: 'answer-invitation', ...who, ...said }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.bring-materials',
      path: '/v1/consultations/:id/bring-materials',
      title: { zh: '提供会商材料', en: 'Bring the materials' },
      body: Type.Object({ ...consultMaterialsReady.data.properties, by }, strict),
      execute: (call) => {
        const { by: _by, ...materials } = call.body
        return advance(deps, call, (who) => ({ do: 'bring-materials', ...who, materials }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.draft-opinion',
      path: '/v1/consultations/:id/draft-opinion',
      title: { zh: '起草书面意见', en: 'Draft a written opinion' },
      description: { zh: '草稿仅本单位可见。', en: 'Drafts are seen by the own agency only.' },
      body: Type.Object({ text: consultOpinionDrafted.data.properties.text, by }, strict),
      execute: (call) => draftOpinion(deps, call)
    }),
    defineCommand({
      ...shape,
      name: 'consultation.give-opinion',
      path: '/v1/consultations/:id/give-opinion',
      title: { zh: '提交书面意见', en: 'Give a written opinion' },
      description: {
        zh: '全体参与单位可见；再次提交即取代前次。',
        en: 'For all who take part; a later one replaces it.'
      },
      body: Type.Object({ ...opinionFields, by }, strict),
      execute: (call) => {
        const { by: _by, ...opinion } = call.body
        return advance(deps, call, (who) => ({ do: 'give-opinion', ...who, opinion }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.engage',
      path: '/v1/consultations/:id/engage',
      title: { zh: '聘请专家、委托鉴定', en: 'Engage an expert or an institution' },
      description: {
        zh: '从专家人才库、鉴定机构资源中选取，按其单位和已知利害关系与案件所涉企业、人员比对；应当回避的一律不予聘请，办公室亦不得放行。',
        en: 'From the pool. Checked against the companies and persons of the case; whoever stands near the matter is refused, and nobody may waive it.'
      },
      body: Type.Object(
        { expert: UuidV7('专家或鉴定机构标识'), purpose: consultExpertEngaged.data.properties.purpose, by },
        strict
      ),
      execute: (call) =>
        advance(deps, call, async (who, { db }) => {
          const { expert, purpose } = call.body
          const caseNumber = await caseOfConsultation(db, call.params.id)
          const concerned = caseNumber === undefined ? [] : await concernedIn(db, caseNumber)
          return { do: 'engage', ...who, candidate: await loadCandidate(db, expert), purpose, concerned }
        })
    }),
    defineCommand({
      ...shape,
      name: 'consultation.receive-expert-opinion',
      path: '/v1/consultations/:id/receive-expert-opinion',
      title: { zh: '登记专家意见、鉴定意见', en: 'Record what an expert or institution came to' },
      description: {
        zh: '由提请单位或者办公室在收到书面意见后登记，每名专家、每个鉴定机构一次。仅供会商参考，不改变线索、案件的状态；因鉴定中止的线索由经办机关自行恢复。',
        en: 'By the proposing agency or the office, once for each that was engaged. Advice only: a clue suspended for it is resumed by whoever handles the clue.'
      },
      body: Type.Object({ ...expertOpinionFields, by }, strict),
      execute: (call) => {
        const { by: _by, ...opinion } = call.body
        return advance(deps, call, (who) => ({ do: 'receive-expert-opinion', ...who, opinion }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.inquire',
      path: '/v1/consultations/:id/inquire',
      title: { zh: '向检察机关咨询证据、标准', en: 'Ask the procuratorate' },
      body: Type.Object(
        { asked: consultInquirySent.data.properties.asked, text: consultInquirySent.data.properties.text, by },
        strict
      ),
      execute: (call) => {
        const { asked, text } = call.body
        const procuratorate = deps.procuratorates.includes(asked)
        return advance(deps, call, (who) => ({ do: 'inquire', ...who, asked, procuratorate, text }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.answer-inquiry',
      path: '/v1/consultations/:id/answer-inquiry',
      title: { zh: '答复咨询', en: 'Answer an inquiry' },
      body: Type.Object(
        {
          inquiry: consultInquiryAnswered.data.properties.inquiry,
          answer: consultInquiryAnswered.data.properties.answer,
          by
        },
        strict
      ),
      execute: (call) => {
        const { inquiry, answer } = call.body
        return advance(deps, call, (who) => ({ do: 'answer-inquiry', ...who, inquiry, answer }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.sign-minutes',
      path: '/v1/consultations/:id/sign-minutes',
      title: { zh: '会签纪要', en: 'Sign the minutes' },
      description: {
        zh: '由参会人员本人（by.person）签署；有不同意见的写入 dissent，署名记入纪要。',
        en: 'By the attendee in person (by.person). Whoever does not agree says so in dissent, which goes into the minutes by name.'
      },
      body: Type.Object({ dissent: Type.Optional(Text(4000, '不同意见')), by }, strict),
      execute: (call) => {
        const { by: _by, ...said } = call.body
        return advance(deps, call, (who) => ({ do: 'sign-minutes', ...who, ...said }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.follow-up',
      path: '/v1/consultations/:id/follow-up',
      title: { zh: '完成会商后续事项', en: 'Report a follow-up done' },
      body: Type.Object(
        {
          number: consultFollowedUp.data.properties.number,
          result: consultFollowedUp.data.properties.result,
          by
        },
        strict
      ),
      execute: (call) => {
        const { number, result } = call.body
        return advance(deps, call, (who) => ({ do: 'follow-up', ...who, number, result }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'consultation.close',
      path: '/v1/consultations/:id/close',
      title: { zh: '会商办结', en: 'Close the consultation' },
      description: {
        zh: '纪要签署完毕、后续事项完成后办结；写明 reason 可提前终结。',
        en: 'When the minutes are signed and all follow-ups done; with a reason it ends before that.'
      },
      body: Type.Object({ reason: consultClosed.data.properties.reason, by }, strict),
      execute: (call) => {
        const { by: _by, ...said } = call.body
        return advance(deps, call, (who) => ({ do: 'close', ...who, ...said }))
      }
    })
  ]
}
