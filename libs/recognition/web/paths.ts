/** A certificate of one's own, or of somebody one leads. */
export const certificatePath = (id: string): string => `/certificates/${id}`;

/** A certificate with all that was decided about it. */
export const casePath = (id: string): string => `/administration/certificates/${id}`;

/** The paper, in a language. */
export const pdfAddress = (id: string, language: string): string => `/api/v1/certificates/${id}/pdf?language=${language}`;
