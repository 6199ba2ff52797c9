/** Files that tests upload: sound, damaged and hostile ones. */
package com.mockhu.dm.support.file;
