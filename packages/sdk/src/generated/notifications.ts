// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface Commands {
  /**
   * 签收 Sign for a copy
   *
   * 发件单位随后在收件箱中看到签收回执。重复签收无害；回执本身不再签收。
   *
   * The sender then finds the receipt in its mailbox. Repeating is harmless; a receipt itself is not signed for.
   */
  'mailbox.receipt': {
    input: {
      /**
       * 收件箱序号
       */
      sequence: number
      /**
       * 签收说明
       */
      note?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 签收标识
       */
      id: string
      version: number
      status: string
      /**
       * 收件箱序号
       */
      sequence: number
      events: {
        id: string
        type: string
      }[]
    }
  }
}

export interface Queries {
  /**
   * 领取 NATS 连接凭据 Credentials for NATS
   *
   * 为签发本次令牌的公钥签发，随公钥到期或吊销而失效；JWT 不是秘密，连接时另需本单位的密钥种子。
   *
   * For the key that signed this token; ends with that key. The JWT is no secret: a connection also needs your seed.
   */
  'nats.credentials': {
    input: {}
    answer: {
      /**
       * NATS 用户 JWT，与本单位密钥种子一起用于连接 user JWT; connect with it and your own seed
       */
      jwt: string
      /**
       * JetStream apiPrefix
       */
      apiPrefix: string
      /**
       * 收件流 stream of the mailboxes
       */
      stream: string
      /**
       * 本单位的持久消费者 your durable consumer
       */
      durable: string
      /**
       * inboxPrefix of the connection
       */
      inboxPrefix: string
      /**
       * 连接地址 where to connect
       */
      urls?: string[]
      /**
       * 凭据到期时间 when the server ends the connection
       */
      expiresAt: string
    }
  }
}
