### The accessibility statement. It claims what has been checked, and says by whom: by us.

## Statement

accessibility-page-title = Accessibility
accessibility-page-intro = { -brand-name } should be usable by everyone who needs it, whatever the device, the senses, or the hands that they work with.
accessibility-status-title = Where we stand
accessibility-status-detail = Our goal is the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, and the French RGAA 4.1 for tables, forms, colors, and language. This statement is a self-assessment. No independent body has audited { -brand-name }, and we do not claim full conformance.

## What we assessed

accessibility-grid-title = What we assessed
accessibility-grid-caption = Self-assessed grid
accessibility-grid-topic = Topic
accessibility-grid-result = Result
accessibility-grid-method = How we know
accessibility-result-met = Met
accessibility-result-partial = Partly met
accessibility-result-unknown = Not assessed
accessibility-topic-keyboard = Keyboard and visible focus
    .method = Assigning seats with the keyboard alone is verified automatically, in both languages. Other tasks have not been tested in this way.
accessibility-topic-contrast = Contrast and color
    .method = Contrast is verified automatically on every page, in both languages, in the light and the dark appearance. A state is always written, never shown by color alone.
accessibility-topic-structure = Headings, regions, and tables
    .method = Verified automatically on every page, in both languages and both appearances.
accessibility-topic-forms = Forms and errors
    .method = Each field has a label, which is verified automatically on every page. Each error is written next to its field.
accessibility-topic-reflow = Zoom and narrow screens
    .method = Verified automatically on every page at a width of 320 pixels, where tables become labeled blocks: nothing has to be scrolled sideways.
accessibility-topic-language = Language
    .method = The language of the page is declared, which is verified automatically on every page, in English and in French. It follows the switch.
accessibility-topic-motion = Motion
    .method = The setting that reduces motion is respected; nothing flashes.
accessibility-topic-scripts = Without scripts
    .method = Core tasks are ordinary forms that work without JavaScript or WebAssembly. Verified automatically with JavaScript switched off.
accessibility-topic-speech = Screen readers
    .method = Names, roles, and announcements are verified automatically. They have not been tried with people who use a screen reader every day.
accessibility-topic-voice = Voice control and switch devices
    .method = Not tried.

## Known limits

accessibility-limits-title = Known limits
accessibility-limits-tools = Automatic tools find only part of what gets in people’s way. The rest depends on tests with people, which have yet to take place.
accessibility-limits-copy = Copying a key without showing it needs JavaScript. Without it, a key can be shown, then copied by hand.
accessibility-limits-outside = The external portals and downloads that a benefit leads to are not part of { -brand-name }.

## Help

accessibility-help-title = If something gets in your way
accessibility-help-detail = Tell a global admin of your company or the program operator what you wanted to do, on which page, and with which browser or device. They can do the task for you while we fix the page.
