import AuditOutlined from '@ant-design/icons/AuditOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ControlOutlined from '@ant-design/icons/ControlOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import TrophyOutlined from '@ant-design/icons/TrophyOutlined';
import { courseFinish } from '@zhixing/courses/web';
import { personTabs } from '@zhixing/people/web';
import { fill, loadTexts, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';
import { recognitionPages } from '@zhixing/recognition/contract';
import { lazy } from 'react';

const administer = { permission: 'recognition:administer' } satisfies RouteHandle;

const FinishCard = lazy(async () => {
  const [module] = await Promise.all([import('./components/finish-card.tsx'), loadTexts('recognition')]);
  return module;
});

/** Certificates and hours of one person, for who leads or administers them; suspends while it loads. */
export const PersonRecognition = lazy(async () => {
  const [module] = await Promise.all([import('./components/person-panel.tsx'), loadTexts('recognition')]);
  return module;
});

/** Certificates, hours and points; the page where visitors verify a certificate; the administration of all of it. */
export const recognition: WebRoom = {
  name: 'recognition',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...recognitionPages.certificates, key: 'certificates', group: 'learning', order: 91, icon: SafetyCertificateOutlined },
    { ...recognitionPages.hours, key: 'hours', group: 'learning', order: 92, icon: ClockCircleOutlined },
    { ...recognitionPages.points, key: 'points', group: 'learning', order: 93, icon: TrophyOutlined },
    { ...recognitionPages.administration, key: 'certificate-administration', group: 'administration', order: 60, icon: AuditOutlined },
    { ...recognitionPages.rules, key: 'recognition-rules', group: 'administration', order: 65, icon: ControlOutlined },
  ],
  openRoutes: [
    { path: 'verify', lazy: page('recognition', () => import('./pages/verify.tsx')) },
    { path: 'verify/:number', lazy: page('recognition', () => import('./pages/verify.tsx')) },
  ],
  routes: [
    { path: 'certificates', lazy: page('recognition', () => import('./pages/certificates.tsx')) },
    { path: 'certificates/:id', lazy: page('recognition', () => import('./pages/certificate.tsx')) },
    { path: 'hours', lazy: page('recognition', () => import('./pages/hours.tsx')) },
    { path: 'points', lazy: page('recognition', () => import('./pages/points.tsx')) },
    { path: 'administration/certificates', lazy: page('recognition', () => import('./pages/administration.tsx')), handle: administer },
    { path: 'administration/certificates/:id', lazy: page('recognition', () => import('./pages/case.tsx')), handle: administer },
    { path: 'administration/recognition-rules', lazy: page('recognition', () => import('./pages/rules.tsx')), handle: administer },
  ],
  fills: [fill(courseFinish, FinishCard), fill(personTabs, PersonRecognition)],
};
