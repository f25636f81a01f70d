/** The routes of the home, team and member pages, of the workbench and of reviews of content, and what each asks for. */
export const insightsRoutes: Record<string, string> = {
  'GET /insights/workbench': 'workbench:read',
  'GET /insights/workbench/questions': 'workbench:read',
  'GET /insights/home': 'home:read',
  'GET /insights/team': 'team:read',
  'GET /insights/team/as-of': 'team:read',
  'GET /insights/team/attention': 'team:read',
  'GET /insights/team/members/:id': 'team:read',
  'GET /insights/team/certifications': 'team:read',
  'GET /insights/workbench/reviews': 'workbench:read',
  'GET /courses/:id/review': 'course:statistics',
  'PUT /courses/:id/review': 'course:write',
  'POST /courses/:id/reviews': 'course:write',
  'GET /insights/team/report-schedule': 'team:read',
  'PUT /insights/team/report-schedule': 'team:read',
};

/** A body that each of them takes. */
export const insightsBodies: Record<string, () => unknown> = {
  'PUT /insights/team/report-schedule': () => ({ every: 'month', scope: 'direct' }),
  'PUT /courses/:id/review': () => ({ months: 12 }),
};
