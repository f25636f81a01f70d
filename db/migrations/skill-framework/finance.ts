import type { ShippedSkill } from './shipped.ts';

export const finance: ShippedSkill[] = [
  {
    id: 'credit',
    halfLifeMonths: 24,
    name: { zh: '信贷', en: 'Credit' },
    description: { zh: '从尽职调查、授信审批到放款和贷后管理的全流程。', en: 'The whole way of a loan: due diligence, approval, drawdown and monitoring.' },
    anchors: [
      { zh: '能说出贷前、贷中、贷后各环节要交哪些材料、由谁负责，能按清单核对一户企业的授信资料是否齐全。', en: "Names the documents and owners of each stage before, during and after lending, and checks a company's credit file for completeness against a list." },
      { zh: '能在指导下完成一户小微企业的尽职调查，用财务报表和流水相互印证收入，写出初稿并标明资料缺口。', en: 'Under guidance, carries out due diligence on a small company, checks income by statements against bank flows, and drafts the report with its gaps marked.' },
      { zh: '能独立完成一户中型企业的授信报告，测算还款来源和额度，提出与风险相称的担保和贷后要求，审批意见少有实质退回。', en: 'Independently writes the credit report of a mid-sized company, sizes the limit by its sources of repayment, and proposes collateral and covenants that approvers seldom return.' },
      { zh: '能主持集团客户或结构复杂的授信方案，看清关联交易和担保链，带教新人，并把典型失误改成检查项。', en: 'Leads group or structured credits, sees through related-party dealings and guarantee chains, coaches newcomers, and turns typical mistakes into checks.' },
      { zh: '能为一个行业或产品制定授信政策和审批权限，用违约与回收数据检验政策，据以调整全行做法。', en: "Sets credit policy and approval authority for an industry or product, tests it against default and recovery data, and changes the bank's practice by the result." },
    ],
  },
  {
    id: 'risk-control',
    halfLifeMonths: 24,
    name: { zh: '风险控制', en: 'Risk control' },
    description: { zh: '识别、计量、监测和处置信用、欺诈与操作风险，也包括模型带来的风险。', en: 'Finding, measuring, watching and treating credit, fraud and operational risk, the risk of models among them.' },
    anchors: [
      { zh: '能区分信用、市场、操作和模型风险并各举一例，发现预警信号知道报给谁、多久内报。', en: 'Tells credit, market, operational and model risk apart with an example of each, and knows to whom and how soon a warning sign is reported.' },
      { zh: '能按规则排查一批预警客户，逐户写明信号、核实过程和结论，漏报和误报都能说出原因。', en: 'Works through a batch of warned customers by the rules, records signal, check and conclusion for each, and explains misses and false alarms.' },
      { zh: '能独立设计一组预警指标，用历史样本检验命中率和提前量，定出阈值并说明每月要处理的工作量。', en: 'Designs a set of warning indicators, tests hit rate and lead time on past cases, sets thresholds and states the monthly workload they cause.' },
      { zh: '能牵头评审一个风控模型或大模型应用：样本、稳定性、可解释性、人工复核点和退出条件，结论经得起独立验证。', en: 'Leads the review of a risk model or an LLM application (sample, stability, explainability, points of human review, exit conditions) with findings that survive independent validation.' },
      { zh: '能为全行确立风险偏好和模型风险管理办法，用压力情景检验，在损失事件后推动制度和系统同时改正。', en: 'Sets risk appetite and model-risk rules for the bank, tests them by stress scenarios, and after a loss event has rules and systems corrected together.' },
    ],
  },
  {
    id: 'compliance',
    halfLifeMonths: 24,
    name: { zh: '合规', en: 'Compliance' },
    description: { zh: '把监管要求、反洗钱、数据与个人信息保护落实到日常工作。', en: 'Bringing supervision, anti-money-laundering, data and personal-information protection into daily work.' },
    anchors: [
      { zh: '能说出哪些数据不得输入外部大模型，遇到可疑交易或数据外泄知道在规定时限内报告给谁。', en: 'Says which data must not be typed into an outside model, and to whom a suspicious transaction or a leak is reported within the time allowed.' },
      { zh: '能按脱敏规范处理一份业务材料再交给模型使用，并留下复核记录；能按手册完成客户身份识别。', en: 'Masks a business document by the standard before a model sees it and keeps the record of the check; identifies customers by the manual.' },
      { zh: '能独立判断一个新场景适用哪些监管条款，列出要做的评估、备案和告知，提出可执行的整改措施。', en: 'Judges which rules apply to a new use, lists the assessments, filings and notices it needs, and proposes remedies that can be carried out.' },
      { zh: '能主持生成式 AI 应用的合规评审，协调法律、科技、业务达成一致，应对检查时材料齐全、前后一致。', en: 'Leads the compliance review of a generative-AI application, brings legal, technology and business to one view, and faces inspections with complete, consistent papers.' },
      { zh: '能把新出台的监管办法转成全行制度、流程和系统控制点，并以抽查结果证明执行到位。', en: 'Turns new regulation into bank-wide rules, processes and system controls, and proves by sampling that they are followed.' },
    ],
  },
  {
    id: 'operations',
    halfLifeMonths: 24,
    name: { zh: '运营', en: 'Operations' },
    description: { zh: '柜面、账务、结算与后台集中处理，以及用 AI 改造流程。', en: 'Counter, accounting, settlement and back office, and changing their processes with AI.' },
    anchors: [
      { zh: '能按操作手册办理常见业务，说出每一步的复核点和差错的更正办法。', en: "Handles common transactions by the manual and names each step's check and the way to correct an error." },
      { zh: '能画出本岗位一条流程的全部步骤和用时，指出重复录入和等待最多的地方。', en: 'Draws all steps and times of a process of the own post and points out where data is typed twice and where work waits longest.' },
      { zh: '能独立改造一条流程：用规则或模型识别单据，设计人工抽检比例，上线后用差错率和时长证明效果。', en: 'Reworks a process: documents read by rules or a model, a share checked by people, and error rate and time after launch that prove the gain.' },
      { zh: '能统筹跨部门的集中作业改造，安排双轨运行和回退，培训一线，并把应急演练写进日常计划。', en: 'Runs a change of centralised processing across departments with parallel running and a way back, trains the front line, and puts drills into the regular plan.' },
      { zh: '能规划全行运营模式，确定哪些环节自动、哪些必须由人把关，以成本、风险和客户体验三项指标持续调整。', en: "Plans the bank's operating model, decides which steps are automatic and which need a person, and keeps adjusting by cost, risk and customer experience." },
    ],
  },
  {
    id: 'customer',
    halfLifeMonths: 24,
    name: { zh: '客户服务', en: 'Customer' },
    description: { zh: '了解客户、匹配产品、处理投诉，在 AI 协助下仍由人对客户负责。', en: 'Knowing customers, matching products, handling complaints; with the help of AI, and a person still answering for it.' },
    anchors: [
      { zh: '能介绍主要产品的用途、费用和风险，按话术说明哪些答复由智能助手生成。', en: 'Explains use, cost and risk of the main products, and tells customers which answers come from an assistant.' },
      { zh: '能根据客户画像提出三个合适与不合适的产品并说明理由，完成适当性确认和录音录像。', en: "From a customer's profile, names products that suit and that do not, says why, and completes the suitability check and its recording." },
      { zh: '能独立经营一组客户，用数据找出流失和升级机会，复核模型给出的推荐，回访结果可以对上。', en: 'Looks after a portfolio, finds churn and growth in the data, checks what the model recommends, and shows call-back results that agree.' },
      { zh: '能主持一个智能客服或营销场景，定义转人工的条件，分析误答和投诉，推动知识库与话术逐月改进。', en: 'Owns an assistant for service or sales, defines when a person takes over, studies wrong answers and complaints, and improves knowledge and wording monthly.' },
      { zh: '能制定客户分层与消费者权益保护策略，平衡收益与公平，用全行投诉率和留存率检验。', en: "Sets the strategy of customer segments and consumer protection, balances gain and fairness, and tests it by the bank's complaint and retention rates." },
    ],
  },
];
