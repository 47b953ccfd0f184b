-- By what people know their sessions again: the kind of browser, and the network that it came from. Older sessions lack both.
ALTER TABLE sessions ADD COLUMN browser TEXT CONSTRAINT sessions_browser_short CHECK (length(browser) <= 16);
ALTER TABLE sessions ADD COLUMN system TEXT CONSTRAINT sessions_system_short CHECK (length(system) <= 16);
ALTER TABLE sessions ADD COLUMN network TEXT CONSTRAINT sessions_network_short CHECK (length(network) <= 64);
