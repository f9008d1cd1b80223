// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface Commands {
  /**
   * 登记公钥 Add a key
   */
  'agency.add-key': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 公钥（NKey，U 开头）
       */
      publicKey: string
      /**
       * 密钥用途：单位系统、系统管理员、安全管理员、审计管理员、工作台、服务
       */
      role: 'agency-system' | 'system-admin' | 'security-admin' | 'audit-admin' | 'console' | 'service'
      /**
       * 生效时间，默认为现在
       */
      validFrom?: string
      /**
       * 失效时间
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 公布封存公钥 Publish a sealing key
   *
   * 限本单位系统。自 validFrom 起，发给本单位的附件以此公钥封存；原私钥须留存，以开启此前的附件。
   *
   * By the agency's own system only. From validFrom on files are sealed to this key; keep the private key before it, to open what was sealed before.
   */
  'agency.publish-sealing-key': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * age 公钥，age1 开头
       */
      recipient: string
      /**
       * 生效时间，默认为现在
       */
      validFrom?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 登记单位 Register an agency
   */
  'agency.register': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 单位名称
       */
      name: string
      /**
       * 是否设联席会议办公室
       */
      office?: boolean
      /**
       * 是否五互核心单位
       */
      core?: boolean
      /**
       * 联席会议、联动协作机制
       *
       * @maxItems 2
       */
      membership: ('conference' | 'collaboration')[]
      /**
       * 可否督办、考核
       */
      assessable: boolean
      /**
       * 同时登记的公钥
       *
       * @maxItems 8
       */
      keys?: {
        /**
         * 公钥（NKey，U 开头）
         */
        publicKey: string
        /**
         * 密钥用途：单位系统、系统管理员、安全管理员、审计管理员、工作台、服务
         */
        role: 'agency-system' | 'system-admin' | 'security-admin' | 'audit-admin' | 'console' | 'service'
        /**
         * 生效时间，默认为现在
         */
        validFrom?: string
        /**
         * 失效时间
         */
        validUntil?: string
      }[]
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 吊销公钥 Revoke a key
   */
  'agency.revoke-key': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 公钥
       */
      kid: string
      /**
       * 吊销原因
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 更换公钥 Rotate a key
   *
   * 新旧公钥在重叠期内同时有效，期满旧公钥自行失效。单位系统可自行更换其公钥。
   *
   * Both keys speak during the overlap; then the old one ends by itself. An agency's system may rotate its own key.
   */
  'agency.rotate-key': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 被更换的公钥
       */
      kid: string
      /**
       * 新公钥
       */
      publicKey: string
      /**
       * 重叠小时数，默认 24
       */
      overlapHours?: number
      /**
       * 新公钥失效时间
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 鉴定机构入库 Register an appraiser
   *
   * 须由办公室主任或者工作人员办理。已知利害关系用于回避审查。
   *
   * By the head or staff of the office. Known conflicts are what conflicts of interest are checked against.
   */
  'appraiser.register': {
    input: {
      /**
       * 机构名称
       */
      name: string
      /**
       * 统一社会信用代码 (GB 32100-2015)
       */
      uscc?: string
      /**
       * 鉴定许可证号
       */
      licence?: string
      /**
       * 专业领域
       *
       * @minItems 1
       * @maxItems 10
       *
       * Items: 专业领域
       */
      fields: string[]
      /**
       * 已知利害关系
       *
       * @maxItems 100
       */
      conflicts?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
        /**
         * 姓名，如近亲属
         */
        person?: string
        /**
         * 关系
         */
        relation?: string
      }[]
      /**
       * 联系人
       */
      contact?: string
      /**
       * 联系电话
       */
      phone?: string
      /**
       * 许可届满日
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 鉴定机构出库 Remove an appraiser
   */
  'appraiser.remove': {
    input: {
      /**
       * 鉴定机构标识
       */
      id: string
      /**
       * 出库原因
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 更新鉴定机构信息 Update an appraiser
   *
   * 以所给信息取代原有信息。
   *
   * What is given takes the place of what was there.
   */
  'appraiser.update': {
    input: {
      /**
       * 鉴定机构标识
       */
      id: string
      /**
       * 机构名称
       */
      name: string
      /**
       * 统一社会信用代码 (GB 32100-2015)
       */
      uscc?: string
      /**
       * 鉴定许可证号
       */
      licence?: string
      /**
       * 专业领域
       *
       * @minItems 1
       * @maxItems 10
       *
       * Items: 专业领域
       */
      fields: string[]
      /**
       * 已知利害关系
       *
       * @maxItems 100
       */
      conflicts?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
        /**
         * 姓名，如近亲属
         */
        person?: string
        /**
         * 关系
         */
        relation?: string
      }[]
      /**
       * 联系人
       */
      contact?: string
      /**
       * 联系电话
       */
      phone?: string
      /**
       * 许可届满日
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 附件加收件单位 Add recipients to an attachment
   *
   * 平台没有密钥，不能代办：由能开启附件的单位开启后重新封存，recipients 列出全部能开启的单位，再上传新的密文。
   *
   * The bus has no key and cannot do it: a holder opens the file, seals it again to all in recipients, and uploads the new ciphertext.
   */
  'attachment.add-recipients': {
    input: {
      /**
       * 附件标识
       */
      id: string
      /**
       * 密文字节数
       */
      size: number
      /**
       * 密文的 SHA-256
       */
      sha256: string
      /**
       * 能开启的单位及其公钥
       *
       * @minItems 1
       * @maxItems 32
       */
      recipients: {
        /**
         * 能开启的单位
         */
        agency: string
        /**
         * 封存所用公钥
         */
        key: string
      }[]
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
       * 附件标识
       */
      id: string
      /**
       * 以 PUT 上传密文的地址
       */
      upload: string
      /**
       * 须在此前传完
       */
      expiresAt: string
    }
  }
  /**
   * 登记封存附件 Announce a sealed attachment
   *
   * 先在本单位以收件单位的封存公钥加密（age），再登记；随后将密文以 PUT 上传到所给地址，传完即封存。
   *
   * Seal the file first (age), to the recipients' sealing keys; announce it; then PUT the ciphertext to the address in the answer. It is sealed once all of it has come.
   */
  'attachment.announce': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 附件名称（不得写入商业秘密内容）
       */
      title: string
      /**
       * 原文媒体类型
       */
      mediaType?: string
      /**
       * 密文字节数
       */
      size: number
      /**
       * 密文的 SHA-256
       */
      sha256: string
      /**
       * 能开启的单位及其公钥
       *
       * @minItems 1
       * @maxItems 32
       */
      recipients: {
        /**
         * 能开启的单位
         */
        agency: string
        /**
         * 封存所用公钥
         */
        key: string
      }[]
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
       * 附件标识
       */
      id: string
      /**
       * 以 PUT 上传密文的地址
       */
      upload: string
      /**
       * 须在此前传完
       */
      expiresAt: string
    }
  }
  /**
   * 移交附件 Hand an attachment over
   */
  'attachment.hand-over': {
    input: {
      /**
       * 附件标识
       */
      id: string
      /**
       * 接收单位
       */
      to: string
      /**
       * 移交说明
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 签收附件 Countersign an attachment
   *
   * sha256 为本单位实际收到的密文的 SHA-256，与封存时不符的不予签收。
   *
   * sha256 is that of the ciphertext that arrived; one that differs from what was sealed is refused.
   */
  'attachment.receive': {
    input: {
      /**
       * 附件标识
       */
      id: string
      /**
       * 收到的密文的 SHA-256
       */
      sha256: string
      /**
       * 签收备注
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 启用时限规则 Adopt time limits
   *
   * 由办公室主任办理，一次提交全部规则，格式同 GET /v1/time-limits。已开始的时限仍按原版本规则。
   *
   * By the head of the office: the whole set, as GET /v1/time-limits gives it. What runs already keeps its version.
   */
  'calendar.adopt-limits': {
    input: {
      /**
       * 规则版本
       */
      version: string
      /**
       * 修改说明
       */
      note?: string
      /**
       * 各单位时限的两次提醒
       */
      warn: {
        [k: string]: unknown
      }
      /**
       * 全部规则
       *
       * @minItems 1
       * @maxItems 200
       */
      rules: unknown[]
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 导入放假安排 Import a year's holiday notice
   *
   * 由办公室主任办理。未办结的时限随即重算。年份已导入而内容不同的，须写明 replaces 为更正。
   *
   * By the head of the office. Open deadlines are computed anew. Another content for a year that is there needs `replaces`.
   */
  'calendar.import': {
    input: {
      /**
       * 年份
       */
      year: number
      /**
       * 通知文号，如 国办发明电〔2025〕7号
       */
      notice: string
      /**
       * 来源
       */
      source: string
      /**
       * 放假日（含周末）
       *
       * @maxItems 120
       *
       * Items: 日期，如 2026-06-01
       */
      daysOff: string[]
      /**
       * 调休上班日
       *
       * @maxItems 120
       *
       * Items: 日期，如 2026-06-01
       */
      workdays: string[]
      /**
       * 地方假日（《全国年节及纪念日放假办法》第四条）
       */
      local?: {
        /**
         * 地方放假日
         *
         * @maxItems 120
         *
         * Items: 日期，如 2026-06-01
         */
        daysOff: string[]
        /**
         * 来源
         */
        source: string
      }
      /**
       * 是否更正已导入的年份
       */
      replaces?: boolean
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 增加参与单位 Add a party
   */
  'case.add-party': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
      /**
       * 成员单位代码，如 amr
       */
      agency: string
      /**
       * 可否查看此前的办理过程（以本单位所能看到的为限）
       */
      history: boolean
      /**
       * 理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 案源办结 Close a case
   *
   * 案源上的移送、协查、会商均已办结后方可办结。
   *
   * Only when no transfer, assistance or consultation of the case is open.
   */
  'case.close': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
      /**
       * 办结说明
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 关联本单位案号 Link the agency's own number
   */
  'case.link-number': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
      /**
       * 本单位案号、文号
       */
      linked: string
      /**
       * 号的种类：案源编号、公文文号、公安文号、检察文号、法院案号、其他
       */
      kind?: 'case-source' | 'document' | 'police' | 'procuratorate' | 'court' | 'other'
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 建立案源 Open a case
   *
   * 不经线索直接建案，由办公室或核心单位办理；登记线索时自动建案。
   *
   * Opens a case without a clue, by the office or a core agency; registering a clue opens its case by itself.
   */
  'case.open': {
    input: {
      /**
       * 案由摘要
       */
      title: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 签收线索 Accept a clue
   */
  'clue.accept': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 经办人，不少于两人
       *
       * @minItems 2
       * @maxItems 20
       *
       * Items: 经办人代号
       */
      handlers?: string[]
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 线索归档 Archive
   */
  'clue.archive': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 归档说明
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 判明应由上级管辖 Find a superior competent
   */
  'clue.assess-upper': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 有管辖权的上级单位
       */
      superior?: string
      /**
       * 判明由上级管辖的依据和理由
       */
      ground: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 线索分办 Assign a clue
   *
   * 指定经办单位和期限；经办单位同时成为案源参与单位，可见此前办理过程。须由办公室主任或者工作人员办理。
   *
   * Names the handling agency and the time limit; the agency becomes a party to the case, with its history.
   */
  'clue.assign': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 经办单位
       */
      to: string
      /**
       * 办理期限
       */
      dueAt: string
      /**
       * 交办要求
       */
      instruction?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 作出处理决定（本单位负责人决定） Decide the penalty
   */
  'clue.decide-penalty': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 处理结果：penalty 给予行政处罚、no-penalty 不予行政处罚、dismissed 销案、sent-for-prosecution 移送审查起诉（公安机关自行立案的）
       */
      outcome: 'penalty' | 'no-penalty' | 'dismissed' | 'sent-for-prosecution'
      /**
       * 决定书文号
       */
      documentNumber?: string
      /**
       * 罚款金额（元）
       */
      fineYuan?: number
      /**
       * 决定日期
       */
      decidedOn: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 提出管辖争议 Dispute jurisdiction
   */
  'clue.dispute-jurisdiction': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 争议的另一成员单位
       */
      with?: string
      /**
       * 争议的另一机制外单位
       */
      outside?: string
      /**
       * 争议事由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 延长核查期限（本单位负责人批准） Extend the time to verify
   */
  'clue.extend': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 新的办理期限
       */
      dueAt: string
      /**
       * 延期理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 延长办案期限（本单位主要负责人批准） Extend the time to decide
   */
  'clue.extend-penalty': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 延期理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 反馈办理结果 Give feedback
   */
  'clue.feedback': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 办理结果
       */
      outcome: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 立案（本单位负责人决定） File a case
   */
  'clue.file': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 本单位案号
       */
      agencyCaseNumber: string
      /**
       * 法律依据
       */
      legalBasis: string
      /**
       * 涉嫌犯罪线索：有合理嫌疑即应当移送，不以金额为条件
       */
      crimeSigns?: {
        /**
         * @minItems 1
         * @maxItems 10
         *
         * Items: 涉嫌犯罪的依据
         */
        grounds: string[]
        /**
         * 说明
         */
        note?: string
        /**
         * 涉案金额（元），仅供参考，不作为移送门槛
         */
        amountYuan?: number
      }
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 告知实名举报人 Inform the reporter
   */
  'clue.inform-reporter': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 告知方式：letter 书面、phone 电话、message 短信或网上、in-person 当面、other 其他
       */
      way: 'letter' | 'phone' | 'message' | 'in-person' | 'other'
      /**
       * 告知日期
       */
      informedOn: string
      /**
       * 说明，不得写入举报人身份
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 线索比对 Match a clue
   *
   * 记录两条线索相似，写入双方；各接收单位只知有相似线索，不知是哪一条。
   *
   * Records on both clues that they resemble each other; their senders do not learn which the other is.
   */
  'clue.match': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 相似线索标识
       */
      other: string
      /**
       * 比对依据
       */
      basis: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 更新线索的比对令牌 Replace the match tokens of a clue
   *
   * 换密钥后由接收单位重新计算令牌；同一密钥的原令牌被替换。令牌不进入事件，也不再给出。
   *
   * By the agency that received the clue, after a rotation; tokens of the same key are replaced. They are never given back.
   */
  'clue.match-tokens': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * @minItems 1
       * @maxItems 16
       *
       * Items: 比对令牌，由本单位依据标识盲化计算，不含标识本身
       */
      tokens: {
        /**
         * 比对密钥标识
         */
        keyId: string
        /**
         * 比对项种类：uscc 统一社会信用代码、product 产品、person 姓名、phone 电话
         */
        kind: 'uscc' | 'product' | 'person' | 'phone'
        /**
         * 比对令牌
         */
        token: string
      }[]
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
      id: string
      /**
       * 收到的令牌数
       */
      tokens: number
    }
  }
  /**
   * 线索并案 Merge a clue into another
   *
   * 本线索并入 into 继续办理；本线索的接收单位此后随 into 了解进展，两个案源编号相互关联。
   *
   * This clue ends and `into` goes on; those who sent this one follow the other, and the case numbers are linked.
   */
  'clue.merge': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 继续办理的线索标识
       */
      into: string
      /**
       * 并案理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 不予立案（本单位负责人决定） Decide not to file
   */
  'clue.not-file': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 不予立案情形：not-established 违法事实不成立、minor-corrected 轻微并及时改正、first-minor 初次违法且危害轻微、no-fault 无主观过错、time-barred 超过时效、other 其他
       */
      ground: 'not-established' | 'minor-corrected' | 'first-minor' | 'no-fault' | 'time-barred' | 'other'
      /**
       * 不予立案理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 接收并登记线索 Receive and register a clue
   *
   * 一次调用完成接收、建案源和登记。商业秘密内容不得填写，只填密点编号、摘要值、保管人和查阅地点。
   *
   * Receives, opens a case and registers in one call. Never send the secret itself: number, hash, custodian and place only.
   */
  'clue.receive': {
    input: {
      /**
       * 来源渠道：report 举报、police-report 报案、complaint 投诉（消费争议）、inspection 巡查、transfer 移送、superior 上级交办、litigation 诉讼中发现、monitoring 监测、media 媒体、contact-point 指导站或维权联系点、other 其他
       */
      channel:
        | 'report'
        | 'police-report'
        | 'complaint'
        | 'inspection'
        | 'transfer'
        | 'superior'
        | 'litigation'
        | 'monitoring'
        | 'media'
        | 'contact-point'
        | 'other'
      /**
       * 线索标题
       */
      title: string
      /**
       * 涉嫌行为（反不正当竞争法第十条）：improper-acquisition 以不正当手段获取、use-after-improper-acquisition 披露或使用以不正当手段获取的、breach-of-confidence 违反保密义务、inducement 教唆引诱帮助、third-party 第三人明知或应知
       */
      allegedAct:
        | 'improper-acquisition'
        | 'use-after-improper-acquisition'
        | 'breach-of-confidence'
        | 'inducement'
        | 'third-party'
      /**
       * 商业秘密种类：technical 技术信息、business 经营信息
       */
      secretKind?: 'technical' | 'business'
      /**
       * 线索内容（不得写入商业秘密内容）
       */
      description?: string
      /**
       * 被反映对象
       */
      subject?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }
      /**
       * 权利人
       */
      rightsHolder?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }
      /**
       * 行为发生地
       */
      place?: string
      /**
       * 密点清单
       *
       * @minItems 1
       * @maxItems 50
       */
      secretPoints?: {
        /**
         * 密点编号
         */
        number: string
        /**
         * 密点材料的 SHA-256
         */
        hash: string
        /**
         * 保管人
         */
        custodian: string
        /**
         * 查阅地点
         */
        place: string
      }[]
      /**
       * 举报人标识，仅接收单位可还原
       */
      reporterToken?: string
      /**
       * 接收时间，不填则为现在
       */
      receivedAt?: string
      /**
       * 是否同时登记；false 只存草稿，仅本单位可见
       */
      register?: boolean
      /**
       * 并入本单位参与的在办案源；不填则新建案源
       */
      caseNumber?: string
      /**
       * @minItems 1
       * @maxItems 16
       *
       * Items: 比对令牌，由本单位依据标识盲化计算，不含标识本身
       */
      matchTokens?: {
        /**
         * 比对密钥标识
         */
        keyId: string
        /**
         * 比对项种类：uscc 统一社会信用代码、product 产品、person 姓名、phone 电话
         */
        kind: 'uscc' | 'product' | 'person' | 'phone'
        /**
         * 比对令牌
         */
        token: string
      }[]
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 报送、移送管辖 Refer to another authority
   */
  'clue.refer': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 接收的成员单位
       */
      to?: string
      /**
       * 接收的机制外单位
       */
      outside?: string
      /**
       * 报送、移送管辖的依据和理由
       */
      ground: string
      /**
       * 移送函文号
       */
      documentNumber?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 登记草稿线索 Register a draft
   */
  'clue.register': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 并入本单位参与的在办案源；不填则新建案源
       */
      caseNumber?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 发现新证据，重启线索 Reopen on new evidence
   */
  'clue.reopen': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 新证据或者重启理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 恢复核查 Resume
   */
  'clue.resume': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 恢复依据
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 退回线索 Return a clue
   */
  'clue.return': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 退回理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 解决管辖争议 Settle jurisdiction
   */
  'clue.settle-jurisdiction': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 解决方式：agreed 协商一致、designated 共同上级指定管辖
       */
      manner: 'agreed' | 'designated'
      /**
       * 有管辖权的单位：own 本经办单位、other 争议的另一方
       */
      competent: 'own' | 'other'
      /**
       * 指定管辖通知书文号
       */
      documentNumber?: string
      /**
       * 说明
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 中止核查 Suspend
   */
  'clue.suspend': {
    input: {
      /**
       * 线索标识
       */
      id: string
      /**
       * 中止依据：appraisal 鉴定、identification 权利人辨认、hearing 听证、public-notice 公告、stay 中止调查、other 其他（须说明）
       */
      basis: 'appraisal' | 'identification' | 'hearing' | 'public-notice' | 'stay' | 'other'
      /**
       * 说明
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
    }
  }
  /**
   * 专家入库 Register an expert
   *
   * 须由办公室主任或者工作人员办理。已知利害关系用于回避审查。
   *
   * By the head or staff of the office. Known conflicts are what conflicts of interest are checked against.
   */
  'expert.register': {
    input: {
      /**
       * 姓名
       */
      name: string
      /**
       * 专业领域
       *
       * @minItems 1
       * @maxItems 10
       *
       * Items: 专业领域
       */
      fields: string[]
      /**
       * 职称
       */
      title?: string
      /**
       * 工作单位
       */
      employer: string
      /**
       * 工作单位统一社会信用代码
       */
      employerUscc?: string
      /**
       * 已知利害关系
       *
       * @maxItems 100
       */
      conflicts?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
        /**
         * 姓名，如近亲属
         */
        person?: string
        /**
         * 关系
         */
        relation?: string
      }[]
      /**
       * 联系电话
       */
      phone?: string
      /**
       * 聘期届满日
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 专家出库 Remove an expert
   */
  'expert.remove': {
    input: {
      /**
       * 专家标识
       */
      id: string
      /**
       * 出库原因
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 更新专家信息 Update an expert
   *
   * 以所给信息取代原有信息。
   *
   * What is given takes the place of what was there.
   */
  'expert.update': {
    input: {
      /**
       * 专家标识
       */
      id: string
      /**
       * 姓名
       */
      name: string
      /**
       * 专业领域
       *
       * @minItems 1
       * @maxItems 10
       *
       * Items: 专业领域
       */
      fields: string[]
      /**
       * 职称
       */
      title?: string
      /**
       * 工作单位
       */
      employer: string
      /**
       * 工作单位统一社会信用代码
       */
      employerUscc?: string
      /**
       * 已知利害关系
       *
       * @maxItems 100
       */
      conflicts?: {
        /**
         * 企业名称
         */
        company?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
        /**
         * 姓名，如近亲属
         */
        person?: string
        /**
         * 关系
         */
        relation?: string
      }[]
      /**
       * 联系电话
       */
      phone?: string
      /**
       * 聘期届满日
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 请求查阅匹配线索 Ask for access to a matching clue
   *
   * 对方单位由此知道是谁请求、为何请求；对方是谁，同意之前不告知。
   *
   * The other agency learns who asks and why; who it is, the asker learns when it grants.
   */
  'match.ask': {
    input: {
      /**
       * 匹配标识
       */
      id: string
      /**
       * 请求理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 不同意查阅匹配线索 Decline access to a matching clue
   *
   * 请求单位只知未获同意，不知理由，也不知是哪个单位。
   *
   * The asker learns that it was declined, and neither why nor by whom.
   */
  'match.decline': {
    input: {
      /**
       * 匹配标识
       */
      id: string
      /**
       * 不同意的理由，仅本单位可见
       */
      reason?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 计算盲化的比对项 Evaluate blinded identifiers
   *
   * 本单位在本地规范、盲化标识，只送盲化后的点；每个点计入本单位每小时、每日用量，并记入审计台账（不记点本身）。
   *
   * The agency normalises and blinds; only points travel. Each counts against its quota and is registered, without the point.
   */
  'match.evaluate': {
    input: {
      /**
       * 密钥，不填则为现用密钥
       */
      keyId?: string
      /**
       * @minItems 1
       * @maxItems 16
       *
       * Items: 盲化后的点（P-256 压缩格式，base64url）
       */
      elements: string[]
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
       * 比对密钥标识
       */
      keyId: string
      /**
       * Items: 计算结果
       */
      evaluated: string[]
      /**
       * 证明所用密钥即所公布的密钥（RFC 9497 DLEQ）
       */
      proof: string
    }
  }
  /**
   * 同意查阅匹配线索 Grant access to a matching clue
   *
   * 请求单位成为本单位案源的参与单位，默认只见此后的办理过程。由单位负责人或者经办人办理。
   *
   * The asker becomes a party to the case, from now on unless history is granted. By a head, leader or handler.
   */
  'match.grant': {
    input: {
      /**
       * 匹配标识
       */
      id: string
      /**
       * 同意理由
       */
      reason?: string
      /**
       * 可否查看此前的办理过程
       */
      history?: boolean
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 公布现用比对密钥 Announce the current matching key
   *
   * 密钥文件更新后（wuhu match rotate）告知全体成员单位；重复办理无影响。
   *
   * Tells all agencies of the key that the key file names now; repeating it changes nothing.
   */
  'match.rotate': {
    input: {
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
       * 比对密钥标识
       */
      current: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 发布信息 Publish information
   *
   * 各类信息所需字段不同：notice 需 title、text；penalty 需 title、documentNumber、legalBasis、text、decidedOn 和当事人；judgment 限法院；statute 需 title、issuer、text。
   *
   * Each kind has its own fields: notice needs title and text; penalty title, documentNumber, legalBasis, text, decidedOn and an offender; judgment is for courts; statute needs title, issuer and text.
   */
  'notice.publish': {
    input: {
      /**
       * 信息发布 notice、处罚公示 penalty、裁判信息 judgment、法规政策 statute
       */
      kind: 'notice' | 'penalty' | 'judgment' | 'statute'
      /**
       * 全体成员单位 conference，或点名送达的单位代码
       */
      audience: 'conference' | string[]
      /**
       * 所涉案源编号，限参与单位填写
       */
      caseNumber?: string
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
      /**
       * 标题
       */
      title?: string
      /**
       * 工作说明，仅限点名送达的单位
       */
      note?: string
      /**
       * 要点
       */
      text?: string
      /**
       * 处罚决定书文号
       */
      documentNumber?: string
      /**
       * 当事人（单位）
       */
      company?: string
      /**
       * 统一社会信用代码 (GB 32100-2015)
       */
      uscc?: string
      /**
       * 当事人（自然人）姓名
       */
      person?: string
      /**
       * 处罚依据
       */
      legalBasis?: string
      /**
       * 罚款金额（元）
       */
      fineYuan?: number
      /**
       * 裁判日期
       */
      decidedOn?: string
      /**
       * 法院案号，如 (2026)内0824刑初1号
       */
      courtCaseNumber?: string
      /**
       * 裁判结果
       */
      outcome?: string
      /**
       * 是否生效
       */
      final?: boolean
      /**
       * 制定机关
       */
      issuer?: string
      /**
       * 发布文号，如 国家市场监督管理总局令第126号
       */
      issuedAs?: string
      /**
       * 施行日期
       */
      effectiveOn?: string
      /**
       * 公开全文网址
       */
      url?: string
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 签收信息 Sign for a notice
   */
  'notice.sign': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 签收备注
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 授予岗位 Grant a role
   *
   * 系统、安全、审计三员分立：任其一者不得兼任其他岗位。再次授予同一岗位即改其期限。
   *
   * The three administrators are separate people, and hold no other role. Granting a role again changes its end.
   */
  'officer.grant': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 人员代号（不是姓名）
       */
      person: string
      /**
       * 岗位
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
      /**
       * 姓名，仅发布单位与所在单位可见
       */
      name?: string
      /**
       * 失效时间
       */
      validUntil?: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 撤销岗位 Revoke a role
   */
  'officer.revoke': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      /**
       * 人员代号（不是姓名）
       */
      person: string
      /**
       * 岗位
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
      /**
       * 撤销原因
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 处置疑似涉密拦截 Resolve a suspected state secret
   *
   * 由报送单位或者办公室的保密员办理。系统未留存原文，须与报送人线下核实。
   *
   * By the secrecy officer of the sending agency or of the office. The text was not kept: ask the sender, off-line.
   */
  'quarantine.resolve': {
    input: {
      /**
       * 拦截记录标识
       */
      id: string
      /**
       * 处置结果：false-alarm 误报、handled-offline 已按保密规定线下处置
       */
      outcome: 'false-alarm' | 'handled-offline'
      /**
       * 处置说明（不得写入涉密内容）
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 同意查看（第二人） Agree, as the second person
   */
  'record.approve-unmask': {
    input: {
      /**
       * 申请标识
       */
      id: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 不同意查看（第二人） Disagree, as the second person
   */
  'record.refuse-unmask': {
    input: {
      /**
       * 申请标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 查看脱敏内容 See masked fields
   *
   * 个人信息说明理由即可；涉及商业秘密的须由本单位另一名负责人同意；侦查信息和举报人身份不予查看。发布单位会知悉。
   *
   * Personal data takes a reason, what touches the secret also another leader of the agency; police detail and reporters are never shown. Whoever published it learns of it.
   */
  'record.unmask': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
      /**
       * 所涉事件
       */
      event: string
      /**
       * 申请查看的字段
       *
       * @minItems 1
       * @maxItems 50
       */
      fields: string[]
      /**
       * 查看理由
       */
      reason: string
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
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
}

export interface Queries {
  /**
   * 单位及其公钥 An agency and its keys
   */
  'agency.get': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
    }
    answer: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
      name: string
      office: boolean
      core: boolean
      membership: ('conference' | 'collaboration')[]
      assessable: boolean
      registeredAt: string
      version: number
      keys: {
        /**
         * 公钥
         */
        kid: string
        /**
         * 密钥用途：单位系统、系统管理员、安全管理员、审计管理员、工作台、服务
         */
        role: 'agency-system' | 'system-admin' | 'security-admin' | 'audit-admin' | 'console' | 'service'
        validFrom: string
        validUntil?: string
        revokedAt?: string
        status: 'valid' | 'not-yet-valid' | 'expired' | 'revoked'
      }[]
      sealingKeys: {
        /**
         * 封存公钥（age，X25519）
         */
        recipient: string
        validFrom: string
        /**
         * 现用：发给该单位的附件以此封存
         */
        current: boolean
      }[]
    }
  }
  /**
   * 单位名录 List the agencies
   */
  'agency.list': {
    input: {}
    answer: {
      items: {
        /**
         * 成员单位代码，如 amr
         */
        code: string
        name: string
        office: boolean
        core: boolean
        membership: ('conference' | 'collaboration')[]
        assessable: boolean
        registeredAt: string
      }[]
    }
  }
  /**
   * 鉴定机构资源 Institutions that appraise
   *
   * 办公室可见全部信息；核心单位可见单位和专业，姓名、电话已遮盖；其他单位仅见专业和有效期。
   *
   * The office sees all; core agencies see employer and fields, and masked names; others fields and validity only.
   */
  'appraiser.list': {
    input: {
      /**
       * 专业领域，可为其一部分
       */
      field?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        entry: {
          /**
           * 机构名称
           */
          name?: string
          /**
           * 统一社会信用代码 (GB 32100-2015)
           */
          uscc?: string
          /**
           * 鉴定许可证号
           */
          licence?: string
          /**
           * 专业领域
           *
           * @minItems 1
           * @maxItems 10
           *
           * Items: 专业领域
           */
          fields?: string[]
          /**
           * 已知利害关系
           *
           * @maxItems 100
           */
          conflicts?: {
            /**
             * 企业名称
             */
            company?: string
            /**
             * 统一社会信用代码 (GB 32100-2015)
             */
            uscc?: string
            /**
             * 姓名，如近亲属
             */
            person?: string
            /**
             * 关系
             */
            relation?: string
          }[]
          /**
           * 联系人
           */
          contact?: string
          /**
           * 联系电话
           */
          phone?: string
          /**
           * 许可届满日
           */
          validUntil?: string
        }
      }[]
      next?: string
    }
  }
  /**
   * 下载密文 Download the ciphertext
   *
   * 限封存单位和收件单位；默认取最新一份。支持单段 Range。
   *
   * For the sender and the recipients; the newest unless object names another. One Range is supported.
   */
  'attachment.download': {
    input: {
      /**
       * 密文标识
       */
      object?: string
      /**
       * 附件标识
       */
      id: string
    }
    answer: string
  }
  /**
   * 封存附件及其保管经过 A sealed attachment and its custody
   *
   * sealings 列出本单位可取的密文，末项最新；custody 为保管经过。
   *
   * sealings are the ciphertexts that the agency may have, the newest last; custody is what happened, in order.
   */
  'attachment.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      title: string
      /**
       * 原文媒体类型
       */
      mediaType: string
      /**
       * 封存单位
       */
      sender: string
      sealedAt: string
      version: number
      sealings: {
        /**
         * 密文标识
         */
        object: string
        /**
         * 封存或重新封存的单位
         */
        holder: string
        sealedAt: string
        size: number
        sha256: string
        recipients: {
          /**
           * 能开启的单位
           */
          agency: string
          /**
           * 封存所用公钥
           */
          key: string
        }[]
      }[]
      custody: {
        /**
         * 封存、加收件单位、移交、签收
         */
        step: 'sealed' | 'recipient-added' | 'handed-over' | 'received'
        at: string
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        /**
         * 移交给
         */
        to?: string
        /**
         * 密文标识
         */
        object: string
        sha256: string
        note?: string
      }[]
    }
  }
  /**
   * 案源的封存附件 Sealed attachments of a case
   *
   * 只列本单位封存或能开启的附件。
   *
   * Only what the agency sealed itself or can open.
   */
  'attachment.list': {
    input: {
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        title: string
        /**
         * 原文媒体类型
         */
        mediaType: string
        /**
         * 封存单位
         */
        sender: string
        sealedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 工作日历 Working-day calendar
   *
   * 已导入放假安排的年份；其余年份的时限为暂定，待通知公布后重算。
   *
   * The years whose holiday notices are known. Dates beyond them are provisional until the notice is imported.
   */
  'calendar.get': {
    input: {}
    answer: {
      version: string
      /**
       * Items: 年份、文号、来源、放假日、调休上班日、地方假日
       */
      years: {
        [k: string]: unknown
      }[]
    }
  }
  /**
   * 案源及办理过程 A case and what happened to it
   *
   * 办理过程只列本单位有权知悉的事件；受函单位虽非参与单位，亦可见发给自己的事件。
   *
   * Of what happened, only what the agency may know; an agency that was written to sees that, even if it is no party.
   */
  'case.get': {
    input: {
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
    }
    answer: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      number: string
      /**
       * 参与单位、收件单位
       */
      standing: 'party' | 'recipient'
      /**
       * 在办 open、办结 closed
       */
      status?: 'open' | 'closed'
      title?: string
      /**
       * 成员单位代码，如 amr
       */
      openedBy?: string
      openedAt?: string
      closedAt?: string
      version?: number
      clue?: string
      parties?: {
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        since: string
      }[]
      numbers?: {
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        /**
         * 号的种类：案源编号、公文文号、公安文号、检察文号、法院案号、其他
         */
        kind: 'case-source' | 'document' | 'police' | 'procuratorate' | 'court' | 'other'
        linked: string
        linkedAt: string
      }[]
      timeline: {
        at: string
        title: {
          zh: string
          en: string
        }
        event: unknown
      }[]
      next?: string
    }
  }
  /**
   * 本单位参与的案源 Cases that the agency takes part in
   */
  'case.list': {
    input: {
      /**
       * 在办 open、办结 closed
       */
      status?: 'open' | 'closed'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * 案源编号，如 150824-2026-000001
         */
        number: string
        /**
         * 在办 open、办结 closed
         */
        status: 'open' | 'closed'
        title: string
        /**
         * 成员单位代码，如 amr
         */
        openedBy: string
        openedAt: string
        closedAt?: string
      }[]
      next?: string
    }
  }
  /**
   * 取得线索的文书 A document of a clue
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'clue.document': {
    input: {
      format?: 'docx' | 'pdf'
      /**
       * 同种文书的第几份
       */
      edition?: number
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 文书种类：clue-transfer-register 线索移送登记表、case-transfer-letter 案件移送函
       */
      kind: 'clue-transfer-register' | 'case-transfer-letter'
    }
    answer: string
  }
  /**
   * 线索的文书 Documents of a clue
   */
  'clue.documents': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * 现有文书
       */
      items: {
        /**
         * 文书种类：clue-transfer-register 线索移送登记表、case-transfer-letter 案件移送函
         */
        kind: 'clue-transfer-register' | 'case-transfer-letter'
        name: {
          zh: string
          en: string
        }
        /**
         * 同种文书的第几份
         */
        edition: number
        /**
         * 文号
         */
        number?: string
        /**
         * 制作单位
         */
        organ: string
        /**
         * 成文时间
         */
        dated: string
        /**
         * 取得文书
         */
        href: string
      }[]
      /**
       * 尚无的文书，及其所需的步骤
       */
      missing: {
        /**
         * 文书种类：clue-transfer-register 线索移送登记表、case-transfer-letter 案件移送函
         */
        kind: 'clue-transfer-register' | 'case-transfer-letter'
        name: {
          zh: string
          en: string
        }
        needs: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /**
   * 一条线索及其办理过程 A clue and what happened to it
   *
   * 接收单位无须询问即可了解进展；未向本单位提供的字段列在 redacted 中。
   *
   * Those who sent it follow its progress here; fields that the agency may not see are listed in redacted.
   */
  'clue.get': {
    input: {
      /**
       * 线索标识
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 办理状态
       */
      status:
        | 'draft'
        | 'registered'
        | 'assigned'
        | 'verifying'
        | 'suspended'
        | 'returned'
        | 'merged'
        | 'filed'
        | 'not-filed'
        | 'referred'
        | 'concluded'
        | 'transferred'
        | 'feedback-given'
        | 'archived'
        | 'reopened'
      version: number
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 接收单位
       */
      intake: string
      /**
       * 经办单位
       */
      assignee?: string
      /**
       * 办理期限
       */
      dueAt?: string
      /**
       * 立案 filed、不予立案 not-filed、报送移送 referred、移送公安 transferred
       */
      outcome?: string
      /**
       * 并入的线索
       */
      mergedInto?: string
      /**
       * 线索内容
       */
      clue: {
        [k: string]: unknown
      }
      redacted?: string[]
      history: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        type: string
        title: {
          zh: string
          en: string
        }
        version: number
        time: string
        /**
         * 办理单位
         */
        agency: string
        /**
         * 本单位可见的内容
         */
        data: {
          [k: string]: unknown
        }
        /**
         * 未向本单位提供的字段
         */
        redacted?: string[]
      }[]
    }
  }
  /**
   * 本单位接收、经办或者统筹的线索 Clues that the agency takes part in
   */
  'clue.list': {
    input: {
      /**
       * 办理状态
       */
      status?:
        | 'draft'
        | 'registered'
        | 'assigned'
        | 'verifying'
        | 'suspended'
        | 'returned'
        | 'merged'
        | 'filed'
        | 'not-filed'
        | 'referred'
        | 'concluded'
        | 'transferred'
        | 'feedback-given'
        | 'archived'
        | 'reopened'
      /**
       * 经办单位
       */
      assignedTo?: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 来源渠道：report 举报、police-report 报案、complaint 投诉（消费争议）、inspection 巡查、transfer 移送、superior 上级交办、litigation 诉讼中发现、monitoring 监测、media 媒体、contact-point 指导站或维权联系点、other 其他
       */
      channel?:
        | 'report'
        | 'police-report'
        | 'complaint'
        | 'inspection'
        | 'transfer'
        | 'superior'
        | 'litigation'
        | 'monitoring'
        | 'media'
        | 'contact-point'
        | 'other'
      /**
       * 接收时间不早于
       */
      receivedFrom?: string
      /**
       * 接收时间早于
       */
      receivedTo?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 办理状态
         */
        status:
          | 'draft'
          | 'registered'
          | 'assigned'
          | 'verifying'
          | 'suspended'
          | 'returned'
          | 'merged'
          | 'filed'
          | 'not-filed'
          | 'referred'
          | 'concluded'
          | 'transferred'
          | 'feedback-given'
          | 'archived'
          | 'reopened'
        version: number
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber?: string
        /**
         * 接收单位
         */
        intake: string
        /**
         * 经办单位
         */
        assignee?: string
        /**
         * 办理期限
         */
        dueAt?: string
        title: string
        /**
         * 来源渠道：report 举报、police-report 报案、complaint 投诉（消费争议）、inspection 巡查、transfer 移送、superior 上级交办、litigation 诉讼中发现、monitoring 监测、media 媒体、contact-point 指导站或维权联系点、other 其他
         */
        channel:
          | 'report'
          | 'police-report'
          | 'complaint'
          | 'inspection'
          | 'transfer'
          | 'superior'
          | 'litigation'
          | 'monitoring'
          | 'media'
          | 'contact-point'
          | 'other'
        /**
         * 涉嫌行为（反不正当竞争法第十条）：improper-acquisition 以不正当手段获取、use-after-improper-acquisition 披露或使用以不正当手段获取的、breach-of-confidence 违反保密义务、inducement 教唆引诱帮助、third-party 第三人明知或应知
         */
        allegedAct:
          | 'improper-acquisition'
          | 'use-after-improper-acquisition'
          | 'breach-of-confidence'
          | 'inducement'
          | 'third-party'
        /**
         * 商业秘密种类：technical 技术信息、business 经营信息
         */
        secretKind?: 'technical' | 'business'
        /**
         * 行为发生地
         */
        place?: string
        receivedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 专家人才库 The pool of experts
   *
   * 办公室可见全部信息；核心单位可见单位和专业，姓名、电话已遮盖；其他单位仅见专业和有效期。
   *
   * The office sees all; core agencies see employer and fields, and masked names; others fields and validity only.
   */
  'expert.list': {
    input: {
      /**
       * 专业领域，可为其一部分
       */
      field?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        entry: {
          /**
           * 姓名
           */
          name?: string
          /**
           * 专业领域
           *
           * @minItems 1
           * @maxItems 10
           *
           * Items: 专业领域
           */
          fields?: string[]
          /**
           * 职称
           */
          title?: string
          /**
           * 工作单位
           */
          employer?: string
          /**
           * 工作单位统一社会信用代码
           */
          employerUscc?: string
          /**
           * 已知利害关系
           *
           * @maxItems 100
           */
          conflicts?: {
            /**
             * 企业名称
             */
            company?: string
            /**
             * 统一社会信用代码 (GB 32100-2015)
             */
            uscc?: string
            /**
             * 姓名，如近亲属
             */
            person?: string
            /**
             * 关系
             */
            relation?: string
          }[]
          /**
           * 联系电话
           */
          phone?: string
          /**
           * 聘期届满日
           */
          validUntil?: string
        }
      }[]
      next?: string
    }
  }
  /**
   * 比对计算台账 Register of evaluations
   *
   * 何时、哪个单位、何人计算了几个点，是否被拒绝；不含所计算的内容，系统也不知道其内容。
   *
   * When, which agency, who, how many, refused or not. What was evaluated nobody here knows.
   */
  'match.evaluations': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      agency?: string
      /**
       * 不早于
       */
      from?: string
      /**
       * 早于
       */
      to?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        at: string
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        /**
         * 人员代号（不是姓名）
         */
        person?: string
        /**
         * 比对密钥标识
         */
        keyId: string
        /**
         * 点的个数
         */
        count: number
        refused: boolean
      }[]
      next?: string
    }
  }
  /**
   * 比对公钥 Public keys of matching
   */
  'match.keys': {
    input: {}
    answer: {
      suite: 'P256-SHA256'
      /**
       * 比对密钥标识
       */
      current: string
      keys: {
        /**
         * 比对密钥标识
         */
        keyId: string
        /**
         * 公钥
         */
        publicKey: string
        until?: string
      }[]
    }
  }
  /**
   * 本单位线索的匹配 Matches of the agency's clues
   *
   * 只告知有相同线索、哪类标识相同；对方是谁、内容是什么，同意查阅之前不告知。
   *
   * Says that another agency holds a matching clue, and by which kind; never who or what, until access is granted.
   */
  'match.list': {
    input: {
      /**
       * 本单位的线索
       */
      clue?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * 匹配标识
         */
        id: string
        /**
         * 本单位的线索
         */
        clue: string
        /**
         * Items: 比对项种类：uscc 统一社会信用代码、product 产品、person 姓名、phone 电话
         */
        kinds: ('uscc' | 'product' | 'person' | 'phone')[]
        foundAt: string
        version: number
        /**
         * 本单位先前的线索
         */
        duplicateOf?: string
        /**
         * 未请求、已请求、已同意、未同意
         */
        asked: 'none' | 'asked' | 'granted' | 'declined'
        /**
         * 未请求、已请求、已同意、未同意
         */
        askedOfUs: 'none' | 'asked' | 'granted' | 'declined'
        /**
         * 请求单位
         */
        asker?: string
        /**
         * 对方请求的理由
         */
        reason?: string
        /**
         * 同意单位
         */
        granter?: string
        /**
         * 由此参与的案源
         */
        caseNumber?: string
      }[]
      next?: string
    }
  }
  /**
   * 一条信息 A piece of information
   *
   * 发布单位可见各收件单位的签收情况；收件单位只见本单位的签收时间。
   *
   * Its publisher sees who signed for it; a recipient sees its own signature only.
   */
  'notice.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 信息发布、处罚公示、裁判信息、法规政策
       */
      kind: 'notice' | 'penalty' | 'judgment' | 'statute'
      /**
       * 成员单位代码，如 amr
       */
      publisher: string
      title: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      publishedAt: string
      version: number
      event: unknown
      /**
       * 签收时间
       */
      signedAt?: string
      recipients?: {
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        /**
         * 签收时间
         */
        signedAt?: string
      }[]
    }
  }
  /**
   * 本单位发布和收到的信息 Information published or received
   */
  'notice.list': {
    input: {
      /**
       * 信息发布、处罚公示、裁判信息、法规政策
       */
      kind?: 'notice' | 'penalty' | 'judgment' | 'statute'
      /**
       * 成员单位代码，如 amr
       */
      publisher?: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 本单位是否已签收
       */
      signed?: boolean
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 信息发布、处罚公示、裁判信息、法规政策
         */
        kind: 'notice' | 'penalty' | 'judgment' | 'statute'
        /**
         * 成员单位代码，如 amr
         */
        publisher: string
        title: string
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber?: string
        publishedAt: string
        /**
         * 签收时间
         */
        signedAt?: string
      }[]
      next?: string
    }
  }
  /**
   * 工作人员及岗位 Officers and their roles
   */
  'officer.list': {
    input: {
      /**
       * 成员单位代码，如 amr
       */
      code: string
    }
    answer: {
      items: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        name?: string
        roles: {
          /**
           * 岗位
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
          validUntil?: string
        }[]
      }[]
    }
  }
  /**
   * 疑似涉密拦截记录 Suspected state secrets that were refused
   *
   * 只有谁、何时、哪个字段、何种标志、多少字；原文及其摘要值均未留存。
   *
   * Who, when, which field, which mark, how long; neither the text nor a hash of it was kept.
   */
  'quarantine.list': {
    input: {
      status?: 'open' | 'resolved'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        status: 'open' | 'resolved'
        /**
         * 报送单位
         */
        agency: string
        /**
         * 拦截的服务
         */
        service: 'info-sharing' | 'joint-investigation' | 'audit'
        /**
         * 经办人代号
         */
        person?: string
        /**
         * 所报送的命令，如 clue.receive
         */
        command: string
        /**
         * 带有国家秘密标志的字段：仅位置、标志种类和字数
         *
         * @minItems 1
         * @maxItems 100
         */
        marks: {
          /**
           * 字段位置（JSON 指针）
           */
          path: string
          /**
           * 标志：top-secret 绝密、secret 机密、confidential 秘密
           */
          mark: 'top-secret' | 'secret' | 'confidential'
          /**
           * 该字段的字数
           */
          length: number
        }[]
        /**
         * 请求编号
         */
        request: string
        openedAt: string
        /**
         * 处置结果：false-alarm 误报、handled-offline 已按保密规定线下处置
         */
        outcome?: 'false-alarm' | 'handled-offline'
        /**
         * 处置说明（不得写入涉密内容）
         */
        note?: string
        /**
         * 处置单位
         */
        resolvedBy?: string
        resolvedAt?: string
      }[]
      next?: string
    }
  }
  /**
   * 查看脱敏内容 See the clear fields
   *
   * 期限内由申请人查看，每次查看均有记录；本单位其他人员只见申请本身。
   *
   * For the one who asked, while it lasts; each look is on record. Others of the agency see the request only.
   */
  'record.unmasking': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      version: number
      status: 'requested' | 'granted' | 'refused'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 所涉事件
       */
      event: string
      /**
       * 事件类型
       */
      eventType: string
      /**
       * 申请查看的字段
       *
       * @minItems 1
       * @maxItems 50
       */
      fields: string[]
      /**
       * 其中最敏感的类别：personal 个人信息、secret 涉及商业秘密
       */
      class: 'personal' | 'secret'
      /**
       * 申请人代号
       */
      person?: string
      /**
       * 查看理由
       */
      reason: string
      askedAt: string
      /**
       * 可查看至
       */
      until?: string
      /**
       * 第二人
       */
      approver?: string
      /**
       * 字段原值
       */
      values?: {
        [k: string]: unknown
      }
    }
  }
  /**
   * 本单位的脱敏内容查看申请 The agency's requests to see masked fields
   */
  'record.unmaskings': {
    input: {
      status?: 'requested' | 'granted' | 'refused'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        status: 'requested' | 'granted' | 'refused'
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        /**
         * 所涉事件
         */
        event: string
        /**
         * 事件类型
         */
        eventType: string
        /**
         * 申请查看的字段
         *
         * @minItems 1
         * @maxItems 50
         */
        fields: string[]
        /**
         * 其中最敏感的类别：personal 个人信息、secret 涉及商业秘密
         */
        class: 'personal' | 'secret'
        /**
         * 申请人代号
         */
        person?: string
        /**
         * 查看理由
         */
        reason: string
        askedAt: string
        /**
         * 可查看至
         */
        until?: string
        /**
         * 第二人
         */
        approver?: string
      }[]
      next?: string
    }
  }
  /**
   * 本单位发出事项的进展 Progress of what the agency sent
   *
   * 本单位发出的线索、协查、移送、会商（跨服务）：现处状态、下一步、由谁办理、何时到期。只据本单位有权知悉的事件。
   *
   * Clues, assistance, transfers and consultations that the agency sent, across services: state, next step, who has it, until when. From events that the agency was told of, and no others.
   */
  'sent.list': {
    input: {
      /**
       * 种类：clue 线索、assistance 协查、transfer 移送、consultation 会商
       */
      kind?: 'clue' | 'assistance' | 'transfer' | 'consultation'
      /**
       * 只列未办结（true）或者已办结（false）的
       */
      open?: boolean
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * 种类：clue 线索、assistance 协查、transfer 移送、consultation 会商
         */
        kind: 'clue' | 'assistance' | 'transfer' | 'consultation'
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber?: string
        title: string
        /**
         * 是否尚未办结
         */
        open: boolean
        /**
         * 现处状态
         */
        state: {
          code: string
          zh: string
          en: string
        }
        /**
         * 下一步
         */
        next?: {
          zh: string
          en: string
        }
        /**
         * 现由谁办理
         */
        holder?: {
          /**
           * 单位
           */
          agency?: string
          /**
           * 机制外单位名称
           */
          name?: string
          /**
           * 由联席会议办公室办理
           */
          office?: boolean
        }
        /**
         * 最先到期的时限
         */
        until?: string
        /**
         * 时限规则编号，见 /v1/time-limits
         */
        rule?: string
        /**
         * 是否已逾期
         */
        overdue: boolean
        /**
         * 结果
         */
        outcome?: {
          code: string
          zh: string
          en: string
        }
        sentAt: string
        updatedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 时限规则 Time limits
   *
   * 现行规则，或者指定版本的规则。计时中的时限按其开始时的版本。
   *
   * The rules in force, or those of a version. What runs keeps the version that it started under.
   */
  'time-limits.get': {
    input: {
      /**
       * 规则版本
       */
      version?: string
    }
    answer: {
      version: string
      note?: string
      /**
       * 各单位时限的两次提醒
       */
      warn: {
        [k: string]: unknown
      }
      rules: unknown[]
      /**
       * 历次版本，先后为序
       */
      versions: {
        version: string
        adoptedAt?: string
        current: boolean
      }[]
    }
  }
}
