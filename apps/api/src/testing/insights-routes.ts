/** The routes of the team page and the workbench beyond their first read, and what each asks for. */
export const insightsRoutes: Record<string, string> = {
  'GET /insights/team/certifications': 'team:read',
};
