import { asFailure, type Failure, failure } from '../failure.ts'

const sentences: Readonly<Record<string, [zh: string, en: string]>> = {
  'sealing.wrong-key': ['密钥不对：文件不是封存给它的', 'wrong key: the file is not sealed to this identity'],
  'sealing.damaged': ['文件残缺或被改动，不可采信', 'the file is cut off or was changed; none of it is to be trusted'],
  'sealing.not-sealed': ['不是封存文件（age）', 'not a sealed file (age)'],
  'sealing.hash-differs': ['SHA-256 与封存时不符', 'the SHA-256 is not that of what was sealed'],
  'sealing.exists': ['目标文件已存在，不予覆盖', 'the target exists: not overwritten'],
  'sealing.bad-key': ['不是 age 密钥', 'not an age key'],
  'vault.reason': ['须说明理由，不少于四个字', 'say why, in at least four characters'],
  'vault.refused': ['该岗位无权查询此举报人，已记录', 'that role may not look this reporter up; it is on record'],
  'vault.unknown': ['保险库中没有这个标识，已记录', 'the vault has no record of this token; it is on record'],
  'vault.wrong-key': ['密钥打不开这条记录，已记录', 'the identity does not open the record; it is on record'],
  'vault.tampered': ['保险库被改动：请立即报告安全管理员', 'the vault was changed: tell the security administrator'],
  'vault.exists': ['该目录已有保险库', 'there is a vault in this folder'],
  'vault.missing': ['该目录没有保险库', 'there is no vault in this folder'],
  'vault.busy': ['保险库正被使用，请重试', 'another process works on the vault; repeat'],
  'vault.invalid': ['填写有误', 'what was given has not the form that is wanted']
}

const unauthorised = ['sealing.wrong-key', 'vault.refused', 'vault.wrong-key']

/** What is told of a failure of sealing or of the vault; files that cannot be read are named. */
export function sealedFailure(error: unknown): Failure {
  const { code, path } = error as { code?: string; path?: string }
  const known = sentences[code ?? '']
  if (code && known) return failure(unauthorised.includes(code) ? 'unauthorised' : 'failed', code, ...known)
  if (code === 'ENOENT' && path) return failure('usage', 'no-file', `没有文件 ${path}`, `there is no file ${path}`)
  return asFailure(error)
}

/** Runs `work`, and says in plain words what went wrong. @throws Failure */
export async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw sealedFailure(error)
  }
}
