/** Whether a set of this kind can be made of so many designs: a pack compares them, and the server refuses it for one. */
export function fitsDesigns(template: string, designs: number): boolean {
  return template !== 'design_pack' || designs > 1;
}
