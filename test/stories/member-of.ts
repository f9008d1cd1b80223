/** The members that the agencies of the published cases are played by. */
export type Player = 'amr' | 'psb' | 'procuratorate' | 'court'

/** An institution that carries a member's name and is none: it appraises, tests or advises. */
const appraises = /鉴定|检验|检测|中心|研究所|事务所/

const kinds: ReadonlyArray<readonly [RegExp, Player]> = [
  [/市场监督管理|市场监管/, 'amr'],
  [/公安|派出所|侦查机关/, 'psb'],
  [/检察/, 'procuratorate'],
  [/法院/, 'court']
]

/**
 * The members that an agency as named in a source stands for, by kind: 市监, 公安, 检察, 法院, in the order in which the
 * text names them. Empty for companies, experts, other departments, and where the source leaves open who it was (办案机关).
 */
export function membersOf(name: string | null): Player[] {
  if (name === null || appraises.test(name) || /助理|辅助/.test(name)) return []
  return kinds
    .map(([pattern, player]) => ({ player, at: name.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ player }) => player)
}
