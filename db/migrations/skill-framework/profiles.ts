import type { ShippedProfile } from './shipped.ts';

export const profiles: ShippedProfile[] = [
  {
    id: 'llm-algorithm-engineer',
    scarce: true,
    name: { zh: '大模型算法工程师', en: 'LLM algorithm engineer' },
    description: { zh: '负责数据处理、继续预训练、微调与推理优化，使模型懂金融、跑得起。', en: 'Data, continued pre-training, fine-tuning and inference: a model that knows finance and can be afforded.' },
    skills: { 'fine-tuning': [4, 5], 'pre-training': [3, 4], 'inference-optimisation': [3, 4], data: [4, 4], evaluation: [3, 4], nlp: [4, 3], engineering: [3, 2], 'ai-security': [2, 1], 'risk-control': [1, 1] },
  },
  {
    id: 'llm-architect',
    scarce: true,
    name: { zh: '大模型架构师', en: 'LLM architect' },
    description: { zh: '设计大模型平台与应用架构，在成本、安全、可用之间取舍。', en: 'Designs LLM platforms and applications, weighing cost, security and availability.' },
    skills: { architecture: [4, 5], 'inference-optimisation': [3, 4], rag: [3, 3], agents: [3, 3], 'ai-security': [3, 4], engineering: [4, 3], mlops: [3, 3], governance: [2, 2], compliance: [2, 2] },
  },
  {
    id: 'llm-application-engineer',
    scarce: true,
    name: { zh: '大模型应用工程师', en: 'LLM application engineer' },
    description: { zh: '既懂业务又懂大模型，把场景做成好用、可信的应用。', en: 'Knows both the business and LLMs, and makes useful, trustworthy applications of its needs.' },
    skills: { 'prompt-engineering': [4, 5], rag: [4, 5], agents: [3, 4], evaluation: [3, 4], engineering: [3, 3], requirements: [3, 3], 'ai-security': [2, 2], credit: [2, 2], compliance: [2, 2] },
  },
  {
    id: 'data-scientist',
    scarce: false,
    name: { zh: '数据科学家', en: 'Data scientist' },
    description: { zh: '用数据回答业务问题，建立可解释、经得起验证的模型。', en: 'Answers business questions from data with models that can be explained and validated.' },
    skills: { data: [4, 5], 'risk-control': [3, 4], evaluation: [3, 4], nlp: [2, 2], requirements: [3, 3], governance: [2, 2], 'prompt-engineering': [2, 1] },
  },
  {
    id: 'ml-engineer',
    scarce: false,
    name: { zh: '机器学习工程师', en: 'Machine-learning engineer' },
    description: { zh: '把模型变成稳定、可监控、可回退的服务。', en: 'Turns models into services that are steady, watched and can be rolled back.' },
    skills: { mlops: [4, 5], engineering: [4, 5], 'inference-optimisation': [3, 4], data: [3, 3], evaluation: [3, 3], architecture: [2, 2], 'ai-security': [2, 2] },
  },
  {
    id: 'nlp-specialist',
    scarce: false,
    name: { zh: '自然语言处理专家', en: 'NLP specialist' },
    description: { zh: '处理合同、报告、客服对话等文本，做好抽取、匹配与问答。', en: 'Works with contracts, reports and dialogues: extraction, matching and answering.' },
    skills: { nlp: [4, 5], 'knowledge-graph': [3, 4], 'fine-tuning': [3, 3], rag: [3, 3], evaluation: [3, 3], data: [3, 3], compliance: [1, 1] },
  },
  {
    id: 'ai-strategist',
    scarce: false,
    name: { zh: 'AI 战略与架构规划师', en: 'AI strategist and architect' },
    description: { zh: '看清业务价值与技术趋势，规划全行 AI 能力和投入。', en: "Sees business value and the course of technology, and plans the bank's AI capabilities and investment." },
    skills: { architecture: [4, 4], governance: [4, 5], requirements: [4, 4], project: [3, 3], compliance: [3, 3], 'risk-control': [3, 3], agents: [2, 2], 'ai-security': [2, 2] },
  },
  {
    id: 'data-engineer',
    scarce: false,
    name: { zh: '数据工程师', en: 'Data engineer' },
    description: { zh: '建设可靠、可追溯的数据流水线，为训练和检索供数。', en: 'Builds reliable, traceable pipelines that feed training and retrieval.' },
    skills: { data: [4, 5], engineering: [3, 4], 'knowledge-graph': [2, 3], rag: [2, 2], mlops: [2, 2], governance: [3, 3], compliance: [2, 2] },
  },
  {
    id: 'ai-product-manager',
    scarce: false,
    name: { zh: 'AI 产品经理', en: 'AI product manager' },
    description: { zh: '定义 AI 产品的目标用户、边界和验收标准，对使用效果负责。', en: 'Defines users, bounds and acceptance of AI products, and answers for their effect in use.' },
    skills: { requirements: [4, 5], project: [3, 4], customer: [3, 3], evaluation: [3, 4], 'prompt-engineering': [3, 3], governance: [2, 2], compliance: [2, 2], operations: [2, 2] },
  },
  {
    id: 'business-ai-champion',
    scarce: false,
    name: { zh: '业务 AI 先锋', en: 'Business AI champion' },
    description: { zh: '在本岗位率先用好 AI，带动身边同事，守住合规底线。', en: 'First in the own post to use AI well, takes colleagues along, and keeps within the rules.' },
    skills: { 'prompt-engineering': [3, 5], compliance: [2, 4], rag: [2, 3], 'ai-security': [2, 3], operations: [2, 3], requirements: [2, 3], customer: [2, 2], evaluation: [1, 2] },
  },
];
