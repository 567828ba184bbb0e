/** A panel that fills the screen keeps the page behind it out of reach; one beside the page does not. */
export function openDialog(dialog: HTMLDialogElement, fillsScreen: boolean, takesFocus: boolean): void {
  if (dialog.open) dialog.close();
  if (fillsScreen) dialog.showModal();
  else if (takesFocus) dialog.show();
  else dialog.open = true;
}
