/** What the shell is told; durable, as scripts test them. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  missing: 4,
  unauthorised: 5
} as const

export type Outcome = keyof typeof exitCodes

/** 128 + SIGPIPE: the reader of our output went away, as any Unix tool says it. */
export const readerLeft = 141

/** For `wuhu --help`. */
export const exitCodeHelp = `退出码 Exit codes:
  0  成功 · done
  1  被拒绝或失败 · refused or failed
  2  用法有误 · wrong usage, or an argument that a service finds malformed
  3  连接不上，或没有运行中的系统 · not reachable, or no running stack
  4  发现缺失 · something is missing: from the log (gaps), or a signature (verify)
  5  无权限 · not authorised: no key, or a role that may not`
