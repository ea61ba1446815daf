"""How is each browser driven, and how does a person meet a page in it? Chromium, Firefox and WebKitGTK, in one way.

found      Which of these browsers are on this machine, and how is one put there?
driver     What can be done to any of them?
chromium   firefox   webkit   view   The same things done in each.
person     How does somebody find their way by what a page says? The same code for all.
"""
