/**
 * What every page of every door shares: the frame around it ({@link io.stoa.page.PageFrame}), its words in the visitor's
 * language ({@link io.stoa.page.Texts}), its files ({@link io.stoa.page.Assets}) and the way a JTE template becomes an
 * answer. A door's controller returns {@code new ModelAndView("shop/cart", Map.of("cart", view))}; the template
 * {@code src/main/jte/shop/cart.jte} declares {@code @param PageFrame frame} and gets it without asking. Start at
 * {@link io.stoa.page.PageFrame}; the components and their class names are shown on {@code /office/design}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.stoa.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
