import type { Role } from '@wuhu/contracts'

/**
 * Who may call what: the one table of expectations, written by hand. A route or command without a row fails the test.
 *
 * One letter a role: y may call it, - is refused (403). Columns: agency's system; head, leader, office head, office
 * staff, handler, liaison; convener, deputy convener, secrecy officer; system, security, audit administrator; console.
 *
 * The last word is what an agency gets that has no part in the thing: `hidden` what it would get if there were no such
 * thing; `own` an answer with nothing but its own in it; `all` everybody with the role sees the same; `refused` 403 as
 * it is for the agency itself. POST routes are commands: the row holds for NATS (`cmd.<agency>.<name>`) as well.
 */
export const matrix: Readonly<Record<string, string>> = {
  'GET /metrics': '                                       - ------ --- y-- - all',
  'GET /v1/status': '                                     - ------ --- yyy - all',
  'GET /v1/parked': '                                     - ------ --- y-- - all',
  'POST /v1/parked/{consumer}/{sequence}/retry': '        - ------ --- y-- - all',
  'POST /v1/parked/{consumer}/{sequence}/skip': '         - ------ --- y-- - all',

  'GET /v1/agencies': '                                   y yyyyyy yyy yyy - all',
  'GET /v1/agencies/{code}': '                            y yyyyyy yyy yyy - all',
  'POST /v1/agencies': '                                  - ------ --- -y- - all',
  'POST /v1/agencies/{code}/keys': '                      - ------ --- -y- - all',
  'POST /v1/agencies/{code}/keys/{kid}/rotate': '         y ------ --- -y- - refused',
  'POST /v1/agencies/{code}/keys/{kid}/revoke': '         - ------ --- -y- - all',
  'GET /v1/agencies/{code}/officers': '                   y yyyy-- --- -yy - refused',
  'POST /v1/agencies/{code}/officers/{person}/roles': '   - ------ --- -y- - all',
  'POST /v1/agencies/{code}/officers/{person}/roles/{role}/revoke': '- ------ --- -y- - all',

  'GET /v1/deadlines': '                                  y yyyyyy yyy --y - own',
  'GET /v1/calendar': '                                   y yyyyyy yyy yyy - all',
  'GET /v1/time-limits': '                                y yyyyyy yyy yyy - all',
  'POST /v1/calendar/years': '                            y --y--- --- --- - all',
  'POST /v1/time-limits': '                               y --y--- --- --- - all',

  'GET /v1/cases': '                                      y yyyyyy --- --- - own',
  'GET /v1/cases/{number}': '                             y yyyyyy --- --- - hidden',
  'POST /v1/cases': '                                     y yyyyy- --- --- - own',
  'POST /v1/cases/{number}/link-number': '                y yyyyy- --- --- - hidden',
  'POST /v1/cases/{number}/add-party': '                  y yyyyy- --- --- - hidden',
  'POST /v1/cases/{number}/close': '                      y yyyyy- --- --- - hidden',

  'GET /v1/clues': '                                      y yyyyyy --- --- - own',
  'GET /v1/clues/{id}': '                                 y yyyyyy --- --- - hidden',
  'GET /v1/clues/{id}/documents': '                        y yyyyyy --- --- - hidden',
  'GET /v1/clues/{id}/documents/{kind}': '                 y yyyyyy --- --- - hidden',
  'POST /v1/clues': '                                     y yyyyyy --- --- - own',
  'POST /v1/clues/{id}/register': '                       y yyyyyy --- --- - hidden',
  'POST /v1/clues/{id}/accept': '                         y yyyyyy --- --- - hidden',
  'POST /v1/clues/{id}/return': '                         y yyyyyy --- --- - hidden',
  'POST /v1/clues/{id}/match': '                          y --yy-- --- --- - hidden',
  'POST /v1/clues/{id}/merge': '                          y --yy-- --- --- - hidden',
  'POST /v1/clues/{id}/assign': '                         y --yy-- --- --- - hidden',
  'POST /v1/clues/{id}/extend': '                         y yy---- --- --- - hidden',
  'POST /v1/clues/{id}/file': '                           y yy---- --- --- - hidden',
  'POST /v1/clues/{id}/not-file': '                       y yy---- --- --- - hidden',
  'POST /v1/clues/{id}/suspend': '                        y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/resume': '                         y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/refer': '                          y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/feedback': '                       y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/archive': '                        y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/reopen': '                         y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/assess-upper': '                    y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/dispute-jurisdiction': '            y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/settle-jurisdiction': '             y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/inform-reporter': '                 y yyyyy- --- --- - hidden',
  'POST /v1/clues/{id}/extend-penalty': '                  y yy---- --- --- - hidden',
  'POST /v1/clues/{id}/decide-penalty': '                  y yy---- --- --- - hidden',

  'GET /v1/notices': '                                    y yyyyyy yyy --- - own',
  'GET /v1/notices/{id}': '                               y yyyyyy yyy --- - hidden',
  'POST /v1/notices': '                                   y yyyyy- --- --- - own',
  'POST /v1/notices/{id}/sign': '                         y yyyyyy --- --- - hidden',

  'GET /v1/assistances': '                                y yyyyyy --- --- - own',
  'GET /v1/assistances/{id}': '                           y yyyyyy --- --- - hidden',
  'GET /v1/assistances/{id}/documents': '                  y yyyyyy --- --- - hidden',
  'GET /v1/assistances/{id}/documents/{kind}': '           y yyyyyy --- --- - hidden',
  'POST /v1/assistances': '                               y yyyyy- --- --- - own',
  'POST /v1/assistances/{id}/receive': '                  y yyyyyy --- --- - hidden',
  'POST /v1/assistances/{id}/forward': '                  y yyyyyy --- --- - hidden',
  'POST /v1/assistances/{id}/accept': '                   y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/refuse': '                   y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/extend': '                   y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/reply': '                    y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/request-supplement': '       y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/confirm': '                  y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/withdraw': '                 y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/close': '                    y yyyyy- --- --- - hidden',
  'POST /v1/assistances/{id}/import-reply': '              y yyyyy- --- --- - hidden',
  'GET /v1/assistances/{id}/letter': '                     y yyyyy- --- --- - hidden',

  'GET /v1/evidence': '                                    y yyyyyy --- --- - own',
  'GET /v1/evidence/{id}': '                               y yyyyyy --- --- - hidden',
  'POST /v1/evidence': '                                   y yyyyy- --- --- - own',
  'POST /v1/evidence/{id}/hand-over': '                    y yyyyy- --- --- - hidden',
  'POST /v1/evidence/{id}/receive': '                      y yyyyy- --- --- - hidden',
  'POST /v1/evidence/{id}/return': '                       y yyyyy- --- --- - hidden',
  'POST /v1/evidence/{id}/dispose': '                      y yyyyy- --- --- - hidden',

  'GET /v1/sent': '                                        y yyyyyy --- --- - own',

  'GET /v1/consultations': '                              y yyyyyy -y- --- - own',
  'GET /v1/consultations/{id}': '                         y yyyyyy -y- --- - hidden',
  'GET /v1/consultations/{id}/documents': '                y yyyyyy -y- --- - hidden',
  'GET /v1/consultations/{id}/documents/{kind}': '         y yyyyyy -y- --- - hidden',
  'POST /v1/consultations': '                             y yyyyy- --- --- - own',
  'POST /v1/consultations/{id}/accept': '                 y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/decline': '                y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/invite': '                 y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/convene': '                y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/hold': '                   y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/draft-minutes': '          y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/assign-follow-up': '       y --yy-- -y- --- - hidden',
  'POST /v1/consultations/{id}/answer-invitation': '      y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/bring-materials': '        y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/draft-opinion': '          y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/give-opinion': '           y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/engage': '                 y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/receive-expert-opinion': ' y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/inquire': '                y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/answer-inquiry': '         y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/sign-minutes': '           y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/follow-up': '              y yyyyy- --- --- - hidden',
  'POST /v1/consultations/{id}/close': '                  y yyyyy- --- --- - hidden',

  'GET /v1/experts': '                                    y yyyyyy --- --- - all',
  'POST /v1/experts': '                                   y --yy-- --- --- - refused',
  'POST /v1/experts/{id}/update': '                       y --yy-- --- --- - refused',
  'POST /v1/experts/{id}/remove': '                       y --yy-- --- --- - refused',
  'GET /v1/appraisers': '                                 y yyyyyy --- --- - all',
  'POST /v1/appraisers': '                                y --yy-- --- --- - refused',
  'POST /v1/appraisers/{id}/update': '                    y --yy-- --- --- - refused',
  'POST /v1/appraisers/{id}/remove': '                    y --yy-- --- --- - refused',

  'GET /v1/transfers': '                                     y yyyyyy --- --- - own',
  'GET /v1/transfers/should-have-been-transferred': '        y yyyyyy --- --- - own',
  'GET /v1/transfers/{id}': '                                y yyyyyy --- --- - hidden',
  'GET /v1/transfers/{id}/documents': '                    y yyyyyy --- --- - hidden',
  'GET /v1/transfers/{id}/documents/{kind}': '             y yyyyyy --- --- - hidden',
  'POST /v1/transfers': '                                    y yyyyy- --- --- - own',
  'POST /v1/transfers/reverse': '                            y yy---- --- --- - own',
  'POST /v1/transfers/{id}/approve': '                       y y----- --- --- - hidden',
  'POST /v1/transfers/{id}/refuse': '                        y y----- --- --- - hidden',
  'POST /v1/transfers/{id}/receipt': '                       y yyyyyy --- --- - hidden',
  'POST /v1/transfers/{id}/form-team': '                     y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/report': '                        y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/send': '                          y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/supplement': '                    y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/hand-over-exhibits': '            y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/request-reconsideration': '       y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/request-supervision': '           y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/return-to-administration': '      y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/answer-opinion': '                y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/copy-penalty': '                  y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/close': '                         y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/request-supplement': '            y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/reroute': '                       y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/accept': '                        y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/explain': '                       y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/notify-withdrawal': '             y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/press': '                         y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/accept-reverse': '                y yyyyy- --- --- - hidden',
  'POST /v1/transfers/{id}/extend-filing': '                 y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/file': '                          y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/not-file': '                      y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/reconsider': '                    y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/withdraw': '                      y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/send-for-prosecution': '          y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/require-explanation': '           y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/order-filing': '                  y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/uphold-reasons': '                y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/prosecute': '                     y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/not-prosecute': '                 y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/close-reverse': '                 y yy---- --- --- - hidden',
  'POST /v1/transfers/{id}/give-opinion': '                  y yy---- --- --- - hidden',

  'POST /v1/agencies/{code}/sealing-keys': '              y ------ --- --- - refused',
  'GET /v1/nats-credentials': '                           y ------ --- --- - own',

  'POST /v1/attachments': '                               y yyyyy- --- --- - hidden',
  'GET /v1/attachments/{id}': '                           y yyyyyy --- --- - hidden',
  'GET /v1/attachments/{id}/content': '                   y yyyyyy --- --- - hidden',
  'PUT /v1/attachments/{id}/content': '                   y yyyyy- --- --- - hidden',
  'POST /v1/attachments/{id}/recipients': '               y yyyyy- --- --- - hidden',
  'POST /v1/attachments/{id}/hand-over': '                y yyyyy- --- --- - hidden',
  'POST /v1/attachments/{id}/receive': '                  y yyyyyy --- --- - hidden',
  'GET /v1/cases/{number}/attachments': '                 y yyyyyy --- --- - hidden',

  'POST /v1/matching/evaluations': '                      y --yyy- --- --- - own',
  'GET /v1/matching/evaluations': '                       - ------ --- --y - all',
  'GET /v1/matching/keys': '                              y yyyyyy --- --- - own',
  'POST /v1/matching/rotate': '                           - ------ --- -y- - all',
  'POST /v1/clues/{id}/match-tokens': '                   y yyyyyy --- --- - hidden',
  'GET /v1/matches': '                                    y yyyyyy --- --- - own',
  'POST /v1/matches/{id}/ask': '                          y yyyyy- --- --- - hidden',
  'POST /v1/matches/{id}/grant': '                        y yy--y- --- --- - hidden',
  'POST /v1/matches/{id}/decline': '                      y yy--y- --- --- - hidden',

  'GET /v1/statements/{sha256}': '                        y yyyyy- --- --y - hidden',
  'GET /v1/reads': '                                      - ------ --- --y - all',
  'POST /v1/cases/{number}/unmaskings': '                 y yyyyy- --- --- - hidden',
  'GET /v1/unmaskings': '                                 y yyyyy- --- --- - own',
  'GET /v1/unmaskings/{id}': '                            y yyyyy- --- --- - hidden',
  'POST /v1/unmaskings/{id}/approve': '                   y yy---- --- --- - hidden',
  'POST /v1/unmaskings/{id}/refuse': '                    y yy---- --- --- - hidden',
  'GET /v1/quarantine': '                                 - ------ --y --- - own',
  'POST /v1/quarantine/{id}/resolve': '                   - ------ --y --- - hidden',

  'GET /v1/mailbox': '                                    y yyyyyy --- --- - own',
  'GET /v1/mailbox/stream': '                             y yyyyyy --- --- - own',
  'POST /v1/mailbox/{sequence}/receipt': '                y yyyyyy --- --- - own',

  'GET /v1/supervisions': '                                   y yyyyyy yyy --- - own',
  'GET /v1/supervisions/{id}': '                              y yyyyyy yyy --- - hidden',
  'GET /v1/supervisions/{id}/documents': '                 y yyyyyy yyy --- - hidden',
  'GET /v1/supervisions/{id}/documents/{kind}': '          y yyyyyy yyy --- - hidden',
  'POST /v1/supervisions': '                                  y yyyy-- --- --- - own',
  'POST /v1/supervisions/{id}/dismiss': '                     y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/issue': '                       y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/send-letter': '                 y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/accept': '                      y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/reject': '                      y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/yellow-card': '                 y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/close': '                       y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/cancel': '                      y yyyy-- --- --- - hidden',
  'POST /v1/supervisions/{id}/red-card': '                    y --y--- y-- --- - hidden',
  'POST /v1/supervisions/{id}/escalate': '                    y --y--- y-- --- - hidden',
  'POST /v1/supervisions/{id}/acknowledge': '                 y yyyyy- --- --- - hidden',
  'POST /v1/supervisions/{id}/report': '                      y yyyyy- --- --- - hidden',

  'GET /v1/tasks': '                                          y yyyyyy yyy --- - own',
  'GET /v1/tasks/phases': '                                   y yyyyyy yyy --- - all',
  'GET /v1/tasks/{id}': '                                     y yyyyyy yyy --- - hidden',
  'POST /v1/tasks': '                                         y --yy-- y-- --- - own',
  'POST /v1/tasks/import-plan': '                             y --yy-- y-- --- - own',
  'POST /v1/tasks/{id}/issue': '                              y --yy-- y-- --- - hidden',
  'POST /v1/tasks/{id}/evaluate': '                           y --yy-- y-- --- - hidden',
  'POST /v1/tasks/{id}/archive': '                            y --yy-- y-- --- - hidden',
  'POST /v1/tasks/{id}/cancel': '                             y --yy-- y-- --- - hidden',
  'POST /v1/tasks/{id}/sign': '                               y yyyyy- --- --- - hidden',
  'POST /v1/tasks/{id}/report': '                             y yyyyy- --- --- - hidden',

  'GET /v1/bulletins': '                                      y yyyyyy yyy --- - own',
  'GET /v1/bulletins/commendations': '                        y yyyyyy yyy --- - own',
  'GET /v1/bulletins/{id}': '                                 y yyyyyy yyy --- - hidden',
  'GET /v1/bulletins/{id}/documents': '                    y yyyyyy yyy --- - hidden',
  'GET /v1/bulletins/{id}/documents/{kind}': '             y yyyyyy yyy --- - hidden',
  'POST /v1/bulletins': '                                     y --yy-- --- --- - own',
  'POST /v1/bulletins/commend': '                             y --y--- y-- --- - own',
  'POST /v1/bulletins/{id}/redraft': '                        y --yy-- --- --- - hidden',
  'POST /v1/bulletins/{id}/approve': '                        y --y--- y-- --- - hidden',
  'POST /v1/bulletins/{id}/publish': '                        y --yy-- --- --- - hidden',
  'GET /v1/suggestions': '                                    y yyyyyy --- --- - own',
  'GET /v1/suggestions/{id}': '                               y yyyyyy --- --- - hidden',
  'GET /v1/suggestions/{id}/documents': '                  y yyyyyy --- --- - hidden',
  'GET /v1/suggestions/{id}/documents/{kind}': '           y yyyyyy --- --- - hidden',
  'POST /v1/suggestions': '                                   y yyyyy- --- --- - own',
  'POST /v1/suggestions/{id}/answer': '                       y yyyyy- --- --- - hidden',

  'GET /v1/figures': '                                        y yyyyyy yyy yyy - all',
  'GET /v1/figures/events': '                                 y yyyyyy yyy yyy - all',
  'GET /v1/figures/snapshots': '                              y yyyyyy yyy yyy - all',
  'POST /v1/figures/snapshots': '                             y --yy-- --- --- - own',
  'POST /v1/figures/scores': '                                y --y--- y-- --- - own',

  'GET /v1/replay': '                                     y ------ --- --y - own',
  'GET /v1/gaps': '                                       - ------ --- y-y - all'
}

/** Roles in the order of the letters. */
export const columns: readonly Role[] = [
  ...(['agency-system'] as const),
  ...(['agency-head', 'agency-leader', 'office-head', 'office-staff', 'handler', 'liaison'] as const),
  ...(['convener', 'deputy-convener', 'secrecy-officer'] as const),
  ...(['system-admin', 'security-admin', 'audit-admin'] as const),
  'console'
]

/** Open to everybody, without a token. */
export const open: readonly string[] = [
  'GET /health/live',
  'GET /health/ready',
  'GET /asyncapi.json',
  'GET /v1/schemas/{type}'
]

export type Stranger = 'hidden' | 'own' | 'all' | 'refused'

/** A row as the test reads it. @throws TypeError for a row that is not complete */
export function readRow(route: string): { may: ReadonlyMap<Role, boolean>; stranger: Stranger } {
  const words = (matrix[route] ?? '').trim().split(/\s+/)
  const letters = [...words.slice(0, -1).join('')]
  const stranger = words.at(-1) as Stranger
  if (letters.length !== columns.length || !['hidden', 'own', 'all', 'refused'].includes(stranger)) {
    throw new TypeError(`the row of ${route} is not complete`)
  }
  return { may: new Map(columns.map((role, index) => [role, letters[index] === 'y'])), stranger }
}
