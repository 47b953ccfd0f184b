-- By what people know their sessions again: the kind of browser, and the network that it came from. Older sessions lack both.
ALTER TABLE sessions ADD COLUMN browser TEXT COLLATE "C" CONSTRAINT sessions_browser_short CHECK (length(browser) <= 16);
ALTER TABLE sessions ADD COLUMN system TEXT COLLATE "C" CONSTRAINT sessions_system_short CHECK (length(system) <= 16);
ALTER TABLE sessions ADD COLUMN network TEXT COLLATE "C" CONSTRAINT sessions_network_short CHECK (length(network) <= 64);
