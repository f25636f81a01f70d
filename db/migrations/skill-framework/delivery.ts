import type { ShippedSkill } from './shipped.ts';

export const delivery: ShippedSkill[] = [
  {
    id: 'requirements',
    halfLifeMonths: 24,
    name: { zh: '需求分析', en: 'Requirements' },
    description: { zh: '把业务问题说成可验证的需求，判断大模型是否合适。', en: 'Stating a business problem as a testable need, and judging whether an LLM fits it.' },
    anchors: [
      { zh: '能把一次业务访谈整理成用户、场景、现状和期望四项记录，并请对方确认。', en: 'Writes up an interview as users, situation, present state and wish, and has it confirmed.' },
      { zh: '能写出带验收条件的需求条目，附三到五个正例和反例，注明数据从哪里来、谁能看。', en: 'Writes requirements with acceptance criteria, three to five good and bad examples, where data come from and who may see them.' },
      { zh: '能独立判断一个场景该用规则、传统模型还是大模型，估算收益、成本和出错后果，给出取舍理由。', en: 'Judges whether rules, a classical model or an LLM fits, estimates gain, cost and the price of errors, and gives the reasons.' },
      { zh: '能主持跨部门需求评审，化解目标冲突，把范围切成可在六周内验证的步骤。', en: 'Leads requirement reviews across departments, resolves conflicting aims, and cuts scope into steps that can be tried within six weeks.' },
      { zh: '能建立全行场景库和优先级方法，按上线后的实际收益回看并调整投入。', en: "Builds the bank's register of use cases and its way of ranking them, and moves investment by the gains measured after launch." },
    ],
  },
  {
    id: 'engineering',
    halfLifeMonths: 24,
    name: { zh: '软件工程', en: 'Software engineering' },
    description: { zh: '写出可读、可测、可维护的程序，把模型接入银行系统。', en: "Readable, tested, maintainable software that brings models into the bank's systems." },
    anchors: [
      { zh: '能用版本管理提交改动，读懂他人的模块，按说明在本机运行并修复一个小缺陷。', en: "Commits changes under version control, reads others' modules, runs them locally and fixes a small defect." },
      { zh: '能在评审下完成一个接口及其单元测试，处理超时、重试和错误返回，日志不含敏感信息。', en: 'Under review, builds an interface with its unit tests, handles timeouts, retries and errors, and keeps sensitive data out of logs.' },
      { zh: '能独立设计并交付一个服务，调用模型时有限流、降级和幂等，自动化测试覆盖主要分支，按计划上线。', en: 'Designs and delivers a service with rate limits, fallback and idempotency around the model, automated tests of the main branches, released as planned.' },
      { zh: '能带领小组，确定模块边界和评审标准，定位跨系统的性能与一致性问题并根治。', en: 'Leads a team, sets module boundaries and review standards, and finds and cures performance and consistency faults across systems.' },
      { zh: '能为多个团队制定工程规范和共用组件，以缺陷率、交付周期和故障恢复时间证明改进。', en: 'Sets engineering standards and shared components for several teams, and proves progress by defect rate, lead time and time to recover.' },
    ],
  },
  {
    id: 'mlops',
    halfLifeMonths: 18,
    name: { zh: '模型运维（MLOps）', en: 'MLOps' },
    description: { zh: '模型从训练、登记、发布到监控和下线的流水线。', en: 'The pipeline of a model: training, registration, release, monitoring and retirement.' },
    anchors: [
      { zh: '能说明训练、验证、发布、监控各环节的产物，在平台上查到一个模型的版本和负责人。', en: "Names what each stage of training, validation, release and monitoring yields, and finds a model's version and owner on the platform." },
      { zh: '能按模板跑通一次训练和部署，记录数据、参数和指标，使同事能够复现。', en: 'Runs a training and a deployment by the template and records data, parameters and metrics so that a colleague can repeat them.' },
      { zh: '能独立搭建一条流水线：自动评测、灰度发布、一键回退，为漂移、时延和成本设置告警。', en: 'Builds a pipeline with automatic evaluation, staged release and one-step rollback, and alarms on drift, latency and cost.' },
      { zh: '能保障多个模型同时运行，主持一次故障复盘，把人工步骤变成平台能力。', en: 'Keeps many models running, leads the review of an incident, and turns manual steps into features of the platform.' },
      { zh: '能规划全行模型平台和资源，规定模型准入、巡检和退役的门槛，满足审计追溯要求。', en: "Plans the bank's model platform and capacity, sets the bar for admission, inspection and retirement, and satisfies audit." },
    ],
  },
  {
    id: 'project',
    halfLifeMonths: 36,
    name: { zh: '项目管理', en: 'Project management' },
    description: { zh: '在不确定的 AI 项目里守住目标、节奏和风险。', en: 'Keeping aim, pace and risk of AI projects whose outcome is uncertain.' },
    anchors: [
      { zh: '能维护任务清单和会议纪要，按时更新进度，发现延期当天说出来。', en: 'Keeps task list and minutes, updates progress on time, and reports a delay the day it is seen.' },
      { zh: '能为一个子项目排出计划，标明依赖和验收点，每周用事实汇报偏差。', en: 'Plans a sub-project with dependencies and acceptance points, and reports deviations weekly by facts.' },
      { zh: '能独立管理一个八人左右的项目，先验证最不确定的部分，在预算和时限内交付可用成果。', en: 'Manages a project of about eight people, tries the most uncertain part first, and delivers something usable in budget and time.' },
      { zh: '能管理多方参与的项目群，处理供应商和资源冲突，敢于依据证据叫停不见效的方向。', en: 'Runs a programme of many parties, settles supplier and resource conflicts, and stops by evidence what does not work.' },
      { zh: '能为全行 AI 投入建立立项、里程碑和后评价机制，使成败都留下可复用的经验。', en: 'Sets up how the bank starts, stages and evaluates its AI investments, so that success and failure both leave reusable lessons.' },
    ],
  },
  {
    id: 'governance',
    halfLifeMonths: 24,
    name: { zh: '治理', en: 'Governance' },
    description: { zh: '数据、模型与 AI 应用的责任、审批、留痕和伦理。', en: 'Responsibility, approval, records and ethics of data, models and AI applications.' },
    anchors: [
      { zh: '能说出本部门数据和模型的责任人，按要求登记自己使用的 AI 工具。', en: "Names who answers for the department's data and models, and registers the AI tools in own use." },
      { zh: '能为一个应用填全登记表、用途说明和人工复核记录，材料能被他人独立核对。', en: "Completes an application's registration, statement of purpose and records of human review so that others can check them." },
      { zh: '能独立组织一次上线前评审，核对数据授权、模型卡、评测报告和应急预案，结论明确。', en: 'Organises a review before launch of data rights, model card, evaluation report and contingency plan, with a clear conclusion.' },
      { zh: '能设计分级审批和持续监督办法，使低风险应用快速通过，高风险应用有人负责到底。', en: 'Designs tiered approval and standing supervision that let low-risk uses pass quickly and give high-risk ones somebody who answers throughout.' },
      { zh: '能建立全行 AI 治理架构，向董事会报告风险和成效，推动同业标准。', en: "Establishes the bank's AI governance, reports risk and results to the board, and furthers standards of the industry." },
    ],
  },
];
