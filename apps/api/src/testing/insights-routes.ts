/** The routes of the team page and the workbench beyond their first read, and of reviews of content, and what each asks for. */
export const insightsRoutes: Record<string, string> = {
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
