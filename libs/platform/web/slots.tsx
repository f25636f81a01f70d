import { type ComponentType, Suspense } from 'react';

/** A named place on a page that rooms above may fill; `P` is what the page tells them. */
export interface SlotDefinition<P extends object> { readonly name: string; readonly props?: P }

/** A room's content for a slot. */
export interface SlotFill { name: string; Component: ComponentType<never> }

const contents = new Map<string, ComponentType<never>[]>();

/** Declares a slot; the owner of the page exports it: `export const courseHeader = defineSlot<{ courseId: string }>('course.header')`. */
export const defineSlot = <P extends object>(name: string): SlotDefinition<P> => ({ name });

/** The bar over every page, beside the person's menu. */
export const topBar = defineSlot<{ personId: string }>('shell.topBar');

/** Content for another room's slot, given in the room's `fills`; `Component` may be `React.lazy`. */
export const fill = <P extends object>(slot: SlotDefinition<P>, Component: ComponentType<P>): SlotFill => ({ name: slot.name, Component: Component as ComponentType<never> });

/** Registers a content; rooms come in their order, so do the contents. */
export function fillSlot(entry: SlotFill): void {
  contents.set(entry.name, [...(contents.get(entry.name) ?? []), entry.Component]);
}

/** The slot on the page: `<Slot of={courseHeader} props={{ courseId }} />`; renders nothing when nobody fills it. */
export function Slot<P extends object>({ of, props }: { of: SlotDefinition<P>; props: P }) {
  const filled = contents.get(of.name) as ComponentType<P>[] | undefined;
  if (!filled) return null;
  return <Suspense fallback={null}>{filled.map((Content, place) => <Content key={place} {...props} />)}</Suspense>;
}
