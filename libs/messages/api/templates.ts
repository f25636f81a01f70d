import { Inject, Injectable } from '@nestjs/common';
import { fill, type Language, type Localized } from '@zhixing/platform/contract';
import { MESSAGE_TEMPLATES, type MessageGroup, type MessageTemplate, type MessageValues } from '@zhixing/platform/api';

/** A stored message, as far as its words depend on it. */
export interface Worded {
  template: string;
  values: MessageValues;
}

export const inLanguage = ({ zh, en }: Localized, language: Language): string => (language === 'en' ? en : zh);

/** What all rooms may say to people, in both languages. */
@Injectable()
export class Templates {
  private readonly byName: ReadonlyMap<string, MessageTemplate>;

  constructor(@Inject(MESSAGE_TEMPLATES) templates: MessageTemplate[]) {
    this.byName = new Map(templates.map((template) => [template.name, template]));
  }

  /** The names that can be shown; messages of templates that are no more are left out of lists. */
  get names(): string[] {
    return [...this.byName.keys()];
  }

  /** The groups with what holds for all their templates, in the order of the rooms. */
  get groups(): { group: MessageGroup; mandatory: boolean; mail: boolean }[] {
    const templates = [...this.byName.values()];
    return [...new Map(templates.map(({ group }) => [group.name, group])).values()].map((group) => {
      const members = templates.filter((template) => template.group.name === group.name);
      return { group, mandatory: members.every((one) => one.mandatory), mail: members.some((one) => one.mail !== 'none') };
    });
  }

  /** @throws Error for a name no room declares */
  find(name: string): MessageTemplate {
    const template = this.byName.get(name);
    if (!template) throw new Error(`No room declares the message "${name}"`);
    return template;
  }

  /** The group of a message by its template's name; null when no room declares it any more. */
  groupOf(name: string, language: Language): string | null {
    const template = this.byName.get(name);
    return template ? inLanguage(template.group.label, language) : null;
  }

  /** A message as its reader sees it. */
  words({ template, values }: Worded, language: Language): { title: string; body: string; group: string } {
    const { title, body, group } = this.find(template);
    const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? inLanguage(value, language) : value]));
    return { title: fill(inLanguage(title, language), filled), body: fill(inLanguage(body, language), filled), group: inLanguage(group.label, language) };
  }
}
