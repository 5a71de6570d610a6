/** What the elements of the sidebar are made by; the build puts it into every file that has any. */
export { Fragment, h } from 'preact';
