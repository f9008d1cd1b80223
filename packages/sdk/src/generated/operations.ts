// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

import type { Commands as AuditCommands, Queries as AuditQueries } from './audit.ts'
import type { Commands as InfoSharingCommands, Queries as InfoSharingQueries } from './info-sharing.ts'
import type { Commands as JointInvestigationCommands, Queries as JointInvestigationQueries } from './joint-investigation.ts'
import type { Commands as NotificationsCommands, Queries as NotificationsQueries } from './notifications.ts'

/** Every command by its name, with what it takes and answers. */
export interface Commands extends AuditCommands, InfoSharingCommands, JointInvestigationCommands, NotificationsCommands {}

/** Every query by its name, with what it takes and answers. */
export interface Queries extends AuditQueries, InfoSharingQueries, JointInvestigationQueries, NotificationsQueries {}

/** Where each of the commands is. */
export const commands = {
  'agency.add-key': {"service":"info-sharing","path":"/v1/agencies/{code}/keys","params":["code"]},
  'agency.publish-sealing-key': {"service":"info-sharing","path":"/v1/agencies/{code}/sealing-keys","params":["code"]},
  'agency.register': {"service":"info-sharing","path":"/v1/agencies","params":[]},
  'agency.revoke-key': {"service":"info-sharing","path":"/v1/agencies/{code}/keys/{kid}/revoke","params":["code","kid"]},
  'agency.rotate-key': {"service":"info-sharing","path":"/v1/agencies/{code}/keys/{kid}/rotate","params":["code","kid"]},
  'attachment.add-recipients': {"service":"info-sharing","path":"/v1/attachments/{id}/recipients","params":["id"]},
  'attachment.announce': {"service":"info-sharing","path":"/v1/attachments","params":[]},
  'attachment.hand-over': {"service":"info-sharing","path":"/v1/attachments/{id}/hand-over","params":["id"]},
  'attachment.receive': {"service":"info-sharing","path":"/v1/attachments/{id}/receive","params":["id"]},
  'case.add-party': {"service":"info-sharing","path":"/v1/cases/{number}/add-party","params":["number"]},
  'case.close': {"service":"info-sharing","path":"/v1/cases/{number}/close","params":["number"]},
  'case.link-number': {"service":"info-sharing","path":"/v1/cases/{number}/link-number","params":["number"]},
  'case.open': {"service":"info-sharing","path":"/v1/cases","params":[]},
  'clue.accept': {"service":"info-sharing","path":"/v1/clues/{id}/accept","params":["id"]},
  'clue.archive': {"service":"info-sharing","path":"/v1/clues/{id}/archive","params":["id"]},
  'clue.assign': {"service":"info-sharing","path":"/v1/clues/{id}/assign","params":["id"]},
  'clue.extend': {"service":"info-sharing","path":"/v1/clues/{id}/extend","params":["id"]},
  'clue.feedback': {"service":"info-sharing","path":"/v1/clues/{id}/feedback","params":["id"]},
  'clue.file': {"service":"info-sharing","path":"/v1/clues/{id}/file","params":["id"]},
  'clue.match': {"service":"info-sharing","path":"/v1/clues/{id}/match","params":["id"]},
  'clue.match-tokens': {"service":"info-sharing","path":"/v1/clues/{id}/match-tokens","params":["id"]},
  'clue.merge': {"service":"info-sharing","path":"/v1/clues/{id}/merge","params":["id"]},
  'clue.not-file': {"service":"info-sharing","path":"/v1/clues/{id}/not-file","params":["id"]},
  'clue.receive': {"service":"info-sharing","path":"/v1/clues","params":[]},
  'clue.refer': {"service":"info-sharing","path":"/v1/clues/{id}/refer","params":["id"]},
  'clue.register': {"service":"info-sharing","path":"/v1/clues/{id}/register","params":["id"]},
  'clue.reopen': {"service":"info-sharing","path":"/v1/clues/{id}/reopen","params":["id"]},
  'clue.resume': {"service":"info-sharing","path":"/v1/clues/{id}/resume","params":["id"]},
  'clue.return': {"service":"info-sharing","path":"/v1/clues/{id}/return","params":["id"]},
  'clue.suspend': {"service":"info-sharing","path":"/v1/clues/{id}/suspend","params":["id"]},
  'match.ask': {"service":"info-sharing","path":"/v1/matches/{id}/ask","params":["id"]},
  'match.decline': {"service":"info-sharing","path":"/v1/matches/{id}/decline","params":["id"]},
  'match.evaluate': {"service":"info-sharing","path":"/v1/matching/evaluations","params":[]},
  'match.grant': {"service":"info-sharing","path":"/v1/matches/{id}/grant","params":["id"]},
  'match.rotate': {"service":"info-sharing","path":"/v1/matching/rotate","params":[]},
  'notice.publish': {"service":"info-sharing","path":"/v1/notices","params":[]},
  'notice.sign': {"service":"info-sharing","path":"/v1/notices/{id}/sign","params":["id"]},
  'officer.grant': {"service":"info-sharing","path":"/v1/agencies/{code}/officers/{person}/roles","params":["code","person"]},
  'officer.revoke': {"service":"info-sharing","path":"/v1/agencies/{code}/officers/{person}/roles/{role}/revoke","params":["code","person","role"]},
  'quarantine.resolve': {"service":"info-sharing","path":"/v1/quarantine/{id}/resolve","params":["id"]},
  'record.approve-unmask': {"service":"info-sharing","path":"/v1/unmaskings/{id}/approve","params":["id"]},
  'record.refuse-unmask': {"service":"info-sharing","path":"/v1/unmaskings/{id}/refuse","params":["id"]},
  'record.unmask': {"service":"info-sharing","path":"/v1/cases/{number}/unmaskings","params":["number"]},
  'assistance.accept': {"service":"joint-investigation","path":"/v1/assistances/{id}/accept","params":["id"]},
  'assistance.close': {"service":"joint-investigation","path":"/v1/assistances/{id}/close","params":["id"]},
  'assistance.confirm': {"service":"joint-investigation","path":"/v1/assistances/{id}/confirm","params":["id"]},
  'assistance.extend': {"service":"joint-investigation","path":"/v1/assistances/{id}/extend","params":["id"]},
  'assistance.forward': {"service":"joint-investigation","path":"/v1/assistances/{id}/forward","params":["id"]},
  'assistance.receive': {"service":"joint-investigation","path":"/v1/assistances/{id}/receive","params":["id"]},
  'assistance.refuse': {"service":"joint-investigation","path":"/v1/assistances/{id}/refuse","params":["id"]},
  'assistance.reply': {"service":"joint-investigation","path":"/v1/assistances/{id}/reply","params":["id"]},
  'assistance.request': {"service":"joint-investigation","path":"/v1/assistances","params":[]},
  'assistance.request-supplement': {"service":"joint-investigation","path":"/v1/assistances/{id}/request-supplement","params":["id"]},
  'assistance.withdraw': {"service":"joint-investigation","path":"/v1/assistances/{id}/withdraw","params":["id"]},
  'mailbox.receipt': {"service":"notifications","path":"/v1/mailbox/{sequence}/receipt","params":["sequence"]}
} as const

/** Where each of the queries is. */
export const queries = {
  'agency.get': {"service":"info-sharing","path":"/v1/agencies/{code}","params":["code"]},
  'agency.list': {"service":"info-sharing","path":"/v1/agencies","params":[]},
  'attachment.download': {"service":"info-sharing","path":"/v1/attachments/{id}/content","params":["id"]},
  'attachment.get': {"service":"info-sharing","path":"/v1/attachments/{id}","params":["id"]},
  'attachment.list': {"service":"info-sharing","path":"/v1/cases/{number}/attachments","params":["number"]},
  'case.get': {"service":"info-sharing","path":"/v1/cases/{number}","params":["number"]},
  'case.list': {"service":"info-sharing","path":"/v1/cases","params":[]},
  'clue.get': {"service":"info-sharing","path":"/v1/clues/{id}","params":["id"]},
  'clue.list': {"service":"info-sharing","path":"/v1/clues","params":[]},
  'match.evaluations': {"service":"info-sharing","path":"/v1/matching/evaluations","params":[]},
  'match.keys': {"service":"info-sharing","path":"/v1/matching/keys","params":[]},
  'match.list': {"service":"info-sharing","path":"/v1/matches","params":[]},
  'notice.get': {"service":"info-sharing","path":"/v1/notices/{id}","params":["id"]},
  'notice.list': {"service":"info-sharing","path":"/v1/notices","params":[]},
  'officer.list': {"service":"info-sharing","path":"/v1/agencies/{code}/officers","params":["code"]},
  'quarantine.list': {"service":"info-sharing","path":"/v1/quarantine","params":[]},
  'record.unmasking': {"service":"info-sharing","path":"/v1/unmaskings/{id}","params":["id"]},
  'record.unmaskings': {"service":"info-sharing","path":"/v1/unmaskings","params":[]},
  'assistance.get': {"service":"joint-investigation","path":"/v1/assistances/{id}","params":["id"]},
  'assistance.list': {"service":"joint-investigation","path":"/v1/assistances","params":[]},
  'nats.credentials': {"service":"notifications","path":"/v1/nats-credentials","params":[]}
} as const
