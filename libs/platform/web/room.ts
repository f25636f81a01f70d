import type { MenuPage } from '@zhixing/platform/contract';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadTexts, registerTexts, type TextLoaders } from './i18n.ts';
import { fillSlot, type SlotFill } from './slots.tsx';

/** One entry of the menu: a page of the room's contract, shown to those who hold its permission. `person` entries stand in the person's menu instead. */
export interface NavigationItem extends MenuPage {
  key: string;
  group: 'learning' | 'team' | 'administration' | 'system' | 'person';
  /** Place inside the group, ascending; tens leave room. */
  order: number;
  icon: ComponentType<{ className?: string }>;
  /** Also one of the tabs at the foot of a phone. */
  phone?: boolean;
}

/** What a route may say about itself, as `handle`. */
export interface RouteHandle {
  /** Without it the page answers 403. */
  permission?: string;
  /** `focus` hides menu and tabs: a lesson, a paper. */
  layout?: 'focus';
  /** Shows personal data of others: the reader's name, staff number and time lie over it. */
  personal?: boolean;
}

/** What a room brings to the web. */
export interface WebRoom {
  /** Also the namespace of its texts and the first part of its query keys. */
  name: string;
  texts: TextLoaders;
  navigation: NavigationItem[];
  /** Pages inside the shell, for signed-in people. */
  routes: RouteObject[];
  /** Pages outside of the shell that need no login. */
  openRoutes?: RouteObject[];
  fills?: SlotFill[];
}

/** Makes texts and slot contents of the rooms known; called once, before the first page. */
export function openRooms(rooms: WebRoom[]): void {
  for (const room of rooms) {
    registerTexts(room.name, room.texts);
    for (const fill of room.fills ?? []) fillSlot(fill);
  }
}

/** A route's `lazy`: the page module's default export together with the texts of the namespaces it uses. */
export const page = (namespaces: string | string[], load: () => Promise<{ default: ComponentType }>) => async () => {
  const [module] = await Promise.all([load(), loadTexts(...[namespaces].flat())]);
  return { Component: module.default };
};
